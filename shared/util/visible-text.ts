/** Names that strangers chose, as people may see them: what hides or turns round other characters is shown in its place. */

/** Controls, ends of lines and paragraphs, and what Unicode calls ignorable: joiners, soft hyphens, marks of direction. No name of a person or body has any. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

export const visibleText = (text: string): string => text.replaceAll(UNSEEN, '\ufffd');
