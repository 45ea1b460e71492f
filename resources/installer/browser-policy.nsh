; installerMacros of electron/adapters/ncalayer/browser-gate.ts over browser-policy.json; a test holds them together.
!include LogicLib.nsh

!macro letPortalsThrough
  SetRegView 64
  WriteRegStr HKLM "SOFTWARE\Policies\Google\Chrome\LocalNetworkAccessAllowedForUrls" "13579" "https://[*.]egov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\Google\Chrome\LocalNetworkAccessAllowedForUrls" "13580" "https://[*.]gov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\Microsoft\Edge\LocalNetworkAccessAllowedForUrls" "13579" "https://[*.]egov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\Microsoft\Edge\LocalNetworkAccessAllowedForUrls" "13580" "https://[*.]gov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\Chromium\LocalNetworkAccessAllowedForUrls" "13579" "https://[*.]egov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\Chromium\LocalNetworkAccessAllowedForUrls" "13580" "https://[*.]gov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\YandexBrowser\LocalNetworkAccessAllowedForUrls" "13579" "https://[*.]egov.kz"
  WriteRegStr HKLM "SOFTWARE\Policies\YandexBrowser\LocalNetworkAccessAllowedForUrls" "13580" "https://[*.]gov.kz"
  SetRegView lastused
!macroend

!macro forgetPortals
  SetRegView 64
  Push $0
  ${For} $0 13579 14078
    DeleteRegValue HKLM "SOFTWARE\Policies\Google\Chrome\LocalNetworkAccessAllowedForUrls" "$0"
    DeleteRegValue HKLM "SOFTWARE\Policies\Microsoft\Edge\LocalNetworkAccessAllowedForUrls" "$0"
    DeleteRegValue HKLM "SOFTWARE\Policies\Chromium\LocalNetworkAccessAllowedForUrls" "$0"
    DeleteRegValue HKLM "SOFTWARE\Policies\YandexBrowser\LocalNetworkAccessAllowedForUrls" "$0"
  ${Next}
  Pop $0
  DeleteRegKey /ifnovalues HKLM "SOFTWARE\Policies\Google\Chrome\LocalNetworkAccessAllowedForUrls"
  DeleteRegKey /ifnovalues HKLM "SOFTWARE\Policies\Microsoft\Edge\LocalNetworkAccessAllowedForUrls"
  DeleteRegKey /ifnovalues HKLM "SOFTWARE\Policies\Chromium\LocalNetworkAccessAllowedForUrls"
  DeleteRegKey /ifnovalues HKLM "SOFTWARE\Policies\YandexBrowser\LocalNetworkAccessAllowedForUrls"
  SetRegView lastused
!macroend
