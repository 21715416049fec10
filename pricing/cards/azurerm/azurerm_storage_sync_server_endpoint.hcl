# A folder of a server that File Sync keeps in step with a share. Billed is the
# server, by the month, however many of its folders are synchronised, and the
# first server of a sync service may be free: what is sure is nothing, what is
# usual one server. The share and its operations are the storage account's.
resource "azurerm_storage_sync_server_endpoint" {
  cost "server" {
    quantity = 1
    low      = 0
    unit     = "server-month"
    price    = "storage/file-sync/standard/standard-server"
  }

  uses "service" { gap = "the server is not Azure's, and the service has no figure" }

  example "one server" {
    given   = { server_local_path = "D:\\Share" }
    want    = { server = 1 }
    status  = "priced"
    monthly = "5.00"
    prices  = { "storage/file-sync/standard/standard-server" = 5 }
    source  = "azure.microsoft.com/pricing/details/storage/files, West Europe, 2026-08"
  }

  example "in another region" {
    region = "northeurope"
    given  = { registered_server_id = unknown }
    want   = { server = 1 }
  }
}
