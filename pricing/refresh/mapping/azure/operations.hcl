# Messages, keys, logs and what watches over the rest.
list "Service Bus" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "service-bus/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Event Hubs" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "event-hubs/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Event Grid" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Notification Hubs" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Key Vault" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "key-vault/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Log Analytics" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "log-analytics/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Application Insights" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "application-insights/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Azure Monitor" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Microsoft Defender for Cloud" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Backup" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "IoT Hub" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "SignalR" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Stream Analytics" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Azure Cognitive Search" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Azure Synapse Analytics" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Digital Twins" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
