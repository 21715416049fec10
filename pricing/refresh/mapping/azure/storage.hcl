# Everything of storage under its raw name, and disks, blobs and files under
# their short ones. Product, SKU and meter are slugs of what the list says. One
# meter of blobs is left out of the short names: two things are called that.
list "Storage" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "disk/premium-ssd/{sku}" {
    where = { type = "Consumption", product = "premium-ssd-managed-disks", meter = "*-disk" }
    known = true
  }
  price "disk/standard-ssd/{sku}" {
    where = { type = "Consumption", product = "standard-ssd-managed-disks", meter = "*-disk" }
    known = true
  }
  price "disk/standard-hdd/{sku}" {
    where = { type = "Consumption", product = "standard-hdd-managed-disks", meter = "*-disk" }
    known = true
  }
  price "disk/standard-ssd/operations/{sku}" {
    where = { type = "Consumption", product = "standard-ssd-managed-disks", meter = "*-disk-operations" }
    known = true
  }
  price "disk/standard-hdd/operations/{sku}" {
    where = { type = "Consumption", product = "standard-hdd-managed-disks", meter = "*-disk-operations" }
    known = true
  }
  price "blob/storage/{sku}" {
    where = { type = "Consumption", product = "general-block-blob-v2", meter = "*-data-stored" }
    known = true
  }
  price "blob/retrieval/{sku}" {
    where = { type = "Consumption", product = "general-block-blob-v2", meter = "*-data-retrieval | !*-priority-*" }
    known = true
  }
  price "blob/operations/{meter}" {
    where = { type = "Consumption", product = "general-block-blob-v2", meter = "*-operations | !gzrs-list-and-create-container-operations" }
    known = true
  }
  price "files/premium/{sku}" {
    where = { type = "Consumption", product = "premium-files", meter = "*-provisioned" }
    known = true
  }
  price "files/standard/{sku}" {
    where = { type = "Consumption", product = "files-v2", meter = "*-data-stored" }
    known = true
  }
}
