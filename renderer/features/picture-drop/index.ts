/** Pictures of codes, dropped, pasted or chosen. */
export { PictureDrop, type PictureDropProps } from './PictureDrop.tsx';
