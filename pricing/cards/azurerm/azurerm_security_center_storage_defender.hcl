# Microsoft Defender for one storage account: its hours, and gigabytes scanned for
# malware as they are uploaded, where that is on. Transactions beyond 73 million a
# month are billed too. The price is the same in every region that is known, and held
# under West Europe.
resource "azurerm_security_center_storage_defender" {
  usage "monthly_malware_scanned_gb" {
    unit        = "GB"
    description = "data a month that is scanned for malware"
  }
  usage "monthly_transactions_over_included" {
    unit        = "transactions"
    default     = null
    description = "transactions a month beyond the 73 million that are included"
  }

  cost "Defender for Storage" {
    quantity = hours
    unit     = "hour"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-storage/standard/standard-node"
    region   = "westeurope"
  }

  cost "scanning for malware" {
    when     = coalesce(self.malware_scanning_on_upload_enabled, false)
    quantity = usage.monthly_malware_scanned_gb
    unit     = "GB"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-storage/malware-scanning/malware-scanning-data-ingested"
    region   = "westeurope"
  }

  cost "transactions" {
    when     = usage.monthly_transactions_over_included != null
    quantity = usage.monthly_transactions_over_included / 1000000
    unit     = "1M-transactions"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-storage/standard/standard-transactions"
    region   = "westeurope"
  }

  example "scanning 100 GB" {
    given   = { storage_account_id = "/subscriptions/0/s", malware_scanning_on_upload_enabled = true }
    usage   = { monthly_malware_scanned_gb = 100 }
    want    = { "Defender for Storage" = 730, "scanning for malware" = 100 }
    status  = "priced"
    monthly = "24.782" # 730 x 0.0134 + 15
    prices  = { "microsoft-defender-for-cloud/microsoft-defender-for-storage/standard/standard-node" = 0.0134, "microsoft-defender-for-cloud/microsoft-defender-for-storage/malware-scanning/malware-scanning-data-ingested" = 0.15 }
    source  = "azure.microsoft.com/pricing/details/defender-for-cloud, West Europe, 2026-08"
  }

  example "not scanning" {
    given = { storage_account_id = "/subscriptions/0/s" }
    want  = { "Defender for Storage" = 730 }
  }

  example "whether it scans is known only after apply" {
    given  = { malware_scanning_on_upload_enabled = unknown }
    want   = { "Defender for Storage" = 730 }
    gaps   = ["scanning for malware"]
    status = "partial"
  }
}
