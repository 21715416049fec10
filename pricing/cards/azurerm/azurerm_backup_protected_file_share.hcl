# A file share protected by Azure Backup: a fee a month. The fee is that of the
# storage account, so of several protected shares of one account only one pays
# it. With a policy that moves backups into the vault the fee is the dearer one of
# vaulted backup, and the data in the vault is billed by its redundancy; else the
# snapshots stay in the share and are billed there.
resource "azurerm_backup_protected_file_share" {
  ref "vault" {
    path  = "recovery_vault_name"
    types = ["azurerm_recovery_services_vault"]
  }
  ref "policy" {
    path  = "backup_policy_id"
    types = ["azurerm_backup_policy_file_share"]
  }

  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups of the share kept in the vault"
  }

  let {
    mode    = lower(coalesce(get(refs.vault, "storage_mode_type"), "GeoRedundant"))
    copies  = let.mode == "georedundant" ? (coalesce(get(refs.vault, "cross_region_restore_enabled"), false) ? "ra-grs" : "grs") : let.mode == "zoneredundant" ? "zrs" : "lrs"
    vaulted = lower(coalesce(get(refs.policy, "backup_tier"), "snapshot")) == "vault-standard"
    kind    = let.vaulted ? "azure-files-vaulted" : "azure-files"
  }

  cost "protected instance" {
    quantity = 1
    low      = 0
    unit     = "instance-month"
    price    = refs.policy == null ? null : "backup/backup/${let.kind}/${let.kind}-protected-instance"
    hint     = "the fee follows the backup policy, which is not part of this input"
  }

  cost "backup storage" {
    when     = let.vaulted
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = refs.vault == null ? null : "backup/backup/azure-files-vaulted/azure-files-vaulted-${let.copies}-data-stored"
    hint     = "the redundancy is that of the vault, which is not part of this input"
  }

  uses "backups" {
    when      = let.vaulted
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.backup_storage_gb
  }

  example "snapshots in the share" {
    refs    = { vault = { storage_mode_type = "GeoRedundant" }, policy = { backup_tier = "snapshot" } }
    want    = { "protected instance" = 1 }
    status  = "priced"
    monthly = "5.00"
    prices  = { "backup/backup/azure-files/azure-files-protected-instance" = 5 }
    source  = "azure.microsoft.com/pricing/details/backup, West Europe, 2026-08"
  }

  example "in the vault" {
    refs    = { vault = { storage_mode_type = "LocallyRedundant" }, policy = { backup_tier = "vault-standard" } }
    usage   = { backup_storage_gb = 100 }
    want    = { "protected instance" = 1, "backup storage" = 100 }
    monthly = "18.33"
    prices  = { "backup/backup/azure-files-vaulted/azure-files-vaulted-protected-instance" = 13, "backup/backup/azure-files-vaulted/azure-files-vaulted-lrs-data-stored" = 0.0533 }
    source  = "azure.microsoft.com/pricing/details/backup, West Europe, 2026-08"
  }

  example "a policy that the input does not hold" {
    want   = {}
    gaps   = ["protected instance"]
    status = "gap"
  }
}
