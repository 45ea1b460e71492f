; What an installed Tekser needs of Windows besides its own files: electron-builder's script inserts customInstall and customUnInstall.
!include LogicLib.nsh
!include "${__FILEDIR__}/browser-policy.nsh"

!macro customInstall
  !insertmacro letPortalsThrough
  !insertmacro keepRulesForAdministrators
!macroend

; The rules of the administrator stay: a newer version that is installed after this one goes by them.
!macro customUnInstall
  !insertmacro forgetPortals
!macroend

; Any user may make folders in %ProgramData% and owns what is in them: rules of the portals put there beforehand would be theirs.
; Rights by identifier, as the names of groups are translated: S-1-5-32-544 administrators, S-1-5-18 the system, S-1-5-32-545 users.
!macro keepRulesForAdministrators
  Push $0
  Push $1
  ReadEnvStr $1 ProgramData
  CreateDirectory "$1\Tekser"
  ; In its place anyone may have put a way to another folder, whose rights would be changed instead: FILE_ATTRIBUTE_REPARSE_POINT.
  System::Call 'kernel32::GetFileAttributes(t "$1\Tekser") i .r0'
  IntOp $0 $0 & 0x400
  !insertmacro stopUnlessZero
  !insertmacro changeRights '/setowner *S-1-5-32-544 /T'
  ; Whatever anyone had been granted goes, also on files that are there.
  !insertmacro changeRights '/reset /T'
  !insertmacro changeRights '/inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
  Pop $1
  Pop $0
!macroend

; /L: of a link inside the folder it is the link itself whose rights are changed.
!macro changeRights ORDER
  nsExec::Exec '"$SYSDIR\icacls.exe" "$1\Tekser" ${ORDER} /L /Q'
  Pop $0
  !insertmacro stopUnlessZero
!macroend

!macro stopUnlessZero
  ${If} $0 != 0
    MessageBox MB_ICONSTOP|MB_OK "Tekser: the rights of $1\Tekser could not be set ($0). Remove this folder as an administrator and install again." /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
!macroend
