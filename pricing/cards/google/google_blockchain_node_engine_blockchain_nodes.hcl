# A node of Blockchain Node Engine: hours, by whether it is a full or an
# archive node. Light nodes have no price in the catalogue.
resource "google_blockchain_node_engine_blockchain_nodes" {
  let {
    kind = lower(get(self.ethereum_details, "node_type", "full"))
  }

  cost "node" {
    quantity = hours
    unit     = "hour"
    price    = "blockchain-node/ethereum/${let.kind}"
  }

  uses "node" {
    gap = "the machines behind it are not published"
  }

  example "an archive node" {
    given   = { ethereum_details = [{ node_type = "ARCHIVE" }] }
    want    = { node = 730 }
    status  = "priced"
    monthly = "2000.20"
    prices  = { "blockchain-node/ethereum/archive" = 2.74 }
    source  = "cloud.google.com/blockchain-node-engine/pricing, 2026-08"
  }

  example "a full node" {
    given = { ethereum_details = [{ node_type = "FULL" }] }
    want  = { node = 730 }
  }

  example "a light node: no price here" {
    given  = { ethereum_details = [{ node_type = "LIGHT" }] }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }

  example "kind known only after apply" {
    given  = { ethereum_details = [{ node_type = unknown }] }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }
}
