/**
 * Verbs that the names of PowerShell commands begin with.
 * Source: Microsoft Learn, “Approved Verbs for PowerShell Commands” (and `ForEach`, `Sort`, `Tee`, `Where`, which its own commands use).
 */
export const CMDLET_VERBS: readonly string[] = (
  'Add Approve Assert Backup Block Build Checkpoint Clear Close Compare Complete Compress Confirm Connect Convert ConvertFrom ConvertTo Copy Debug Deny ' +
  'Deploy Disable Disconnect Dismount Edit Enable Enter Exit Expand Export Find ForEach Format Get Grant Group Hide Import Initialize Install Invoke Join ' +
  'Limit Lock Measure Merge Mount Move New Open Optimize Out Ping Pop Protect Publish Push Read Receive Redo Register Remove Rename Repair Request Reset ' +
  'Resize Resolve Restart Restore Resume Revoke Save Search Select Send Set Show Skip Sort Split Start Step Stop Submit Suspend Switch Sync Tee Test Trace ' +
  'Unblock Undo Uninstall Unlock Unprotect Unpublish Unregister Update Use Wait Watch Where Write'
).split(' ');

/** Second halves of English words that begin like a command: `Add-In`, `Read-Only`, `Set-Up`. */
export const NOT_NOUNS: ReadonlySet<string> = new Set('as app apps by down for in ins it left me now off on ons only or out over right step the through time to up ups within with you your'.split(' '));

/**
 * Words with a capital inside that translations may write in another way: names of products and everyday words.
 * In lower case.
 */
export const NOT_IDENTIFIERS: ReadonlySet<string> = new Set('macos ipados tvos watchos visionos webos plugin checkbox dropdown'.split(' '));

/** Endings of file names that occur in help texts. Source: Windows and Office file types as registered with IANA or documented by their makers. */
export const FILE_EXTENSIONS =
  '7z accdb aspx bat bmp cab cer cfg cmd config cpl crt cs css csv dat db dll dmg doc docm docx dotm dotx edb eml evtx exe gif gz htm html ics inf ini iso jar java jpeg jpg js json jsx key lic lnk log md mdb mht mp3 mp4 msg msi msix msp msu nst oab odt olm one ost p12 pak pdf pem pfx php pkg plist png pot potx pps ppsx ppt pptm pptx ps1 psd1 psm1 pst pub py rar rdp reg rpt rtf sh sln sql svg sys tar tif tiff tmp ts tsx txt vbs vhd vhdx vsd vsdx wav wim wmv xaml xlam xls xlsb xlsm xlsx xml xps xsd xsl yaml yml zip';

/** Domains of addresses that stand for the reader's own; translations may write others. Sources: RFC 2606; Microsoft's fictitious companies. */
export const EXAMPLE_DOMAINS = /@(?:[\w-]+\.)*(?:example|test|invalid|contoso|fabrikam|adatum|tailspintoys|northwindtraders|litwareinc|domain|yourdomain|mydomain|company|yourcompany|mail|email)\b/i;
