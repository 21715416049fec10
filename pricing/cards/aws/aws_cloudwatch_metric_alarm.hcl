# A metric alarm: a month for each metric it watches. Every metric of a
# metric_query counts; a period below a minute is high resolution and dearer; a
# band of anomaly detection makes three of each metric. A Metrics Insights query
# is billed by the metrics it finds, which a plan does not show.
resource "aws_cloudwatch_metric_alarm" {
  usage "monthly_metrics_analysed" {
    unit        = "metrics"
    description = "metrics that a Metrics Insights query of the alarm finds"
  }

  let {
    queries  = first(self.metric_query, [])
    metrics  = [for q in let.queries : get(q, "metric") if length(get(q, "metric", [])) > 0]
    texts    = [for q in let.queries : upper(coalesce(get(q, "expression"), ""))]
    band     = length([for t in let.texts : t if startswith(t, "ANOMALY_DETECTION_BAND")]) > 0
    insights = length([for t in let.texts : t if startswith(t, "SELECT")]) > 0
    periods  = concat([coalesce(self.period, 60)], [for m in let.metrics : coalesce(get(m, "period"), 60)])
    fine     = min(let.periods...) < 60
    count    = length(let.queries) > 0 ? length(let.metrics) : 1
  }

  cost "metrics" {
    quantity = let.count * (let.band ? 3 : 1)
    unit     = "alarm-month"
    price    = let.fine ? "cloudwatch/alarm/high-resolution" : "cloudwatch/alarm/standard"
  }

  cost "metrics of the query" {
    when     = let.insights
    quantity = usage.monthly_metrics_analysed
    unit     = "metric-month"
    price    = "cloudwatch/alarm/metrics-insights"
  }

  uses "alarm" {
    gap = "no source gives the energy of an alarm"
  }

  example "one metric" {
    given   = { metric_name = "CPUUtilization", period = 300, metric_query = [] }
    want    = { metrics = 1 }
    monthly = "0.10"
    prices  = { "cloudwatch/alarm/standard" = 0.10 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "high resolution" {
    given   = { metric_name = "Latency", period = 10, metric_query = [] }
    want    = { metrics = 1 }
    monthly = "0.30"
    prices  = { "cloudwatch/alarm/high-resolution" = 0.30 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
  }

  example "a ratio of two metrics" {
    given = {
      metric_query = [
        { id = "ratio", expression = "errors / requests", metric = [] },
        { id = "errors", metric = [{ period = 60 }] },
        { id = "requests", metric = [{ period = 60 }] },
      ]
    }
    want = { metrics = 2 }
  }

  example "anomaly detection counts three times" {
    given = {
      threshold_metric_id = "band"
      metric_query        = [{ id = "band", expression = "ANOMALY_DETECTION_BAND(m1)", metric = [] }, { id = "m1", metric = [{ period = 120 }] }]
    }
    want = { metrics = 3 }
  }

  example "a Metrics Insights query" {
    given  = { metric_query = [{ id = "q", expression = "SELECT MAX(CPUUtilization) FROM SCHEMA(\"AWS/EC2\", InstanceId)", period = 60, metric = [] }] }
    want   = {}
    unused = ["metrics of the query"]
    status = "usage"
  }

  example "period known only after apply" {
    given  = { metric_name = "Latency", period = unknown, metric_query = [] }
    want   = {}
    gaps   = ["metrics"]
    status = "gap"
  }
}
