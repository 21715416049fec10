rule "resilience/data-deleted-too-soon" {
  floors = { audit = 2555, orders = 90 }
}
