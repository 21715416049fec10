# A pool of hardware security modules: its hours, whatever keys and operations are
# in it. It is billed from its making until it is purged, soft-deleted pools too.
resource "azurerm_key_vault_managed_hardware_security_module" {
  cost "pool" {
    quantity = hours
    unit     = "hour"
    price    = "key-vault/standard-b1-standard-b1-instance"
  }

  uses "pool" { gap = "no source says what a module draws" }

  example "Standard B1" {
    given   = { sku_name = "Standard_B1" }
    want    = { pool = 730 }
    status  = "priced"
    monthly = "2336.00" # 730 x 3.20
    prices  = { "key-vault/standard-b1-standard-b1-instance" = 3.2 }
    source  = "azure.microsoft.com/pricing/details/azure-dedicated-hsm and /key-vault, West Europe, 2026-08"
  }

  example "where the list has none" {
    region = "germanywestcentral"
    given  = { sku_name = "Standard_B1" }
    want   = {}
    gaps   = ["pool"]
    status = "gap"
  }
}
