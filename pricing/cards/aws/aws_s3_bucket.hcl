# A bucket: gigabytes by storage class, requests, retrieval from the colder
# classes, transitions between them, monitoring of Intelligent-Tiering objects.
# Nothing is fixed: an empty bucket is free.
#
# Usage is nested by class (standard: { storage_gb: 100 }). Classes that the
# lifecycle rules move objects to are shown even without use; the rules stand in
# the bucket or in aws_s3_bucket_lifecycle_configuration. Old versions and
# unfinished uploads count as storage. Deleting before a class's minimum time is
# billed as storage for the rest of it.
resource "aws_s3_bucket" {
  assume "lifecycle_rule" {
    value = []
    why   = "no rule in the bucket itself"
  }

  ref "lifecycle" {
    by = ["aws_s3_bucket_lifecycle_configuration"]
  }
  ref "tiering" {
    by = ["aws_s3_bucket_intelligent_tiering_configuration"]
  }

  usage "standard" {
    keys = {
      storage_gb                      = "GB"
      monthly_tier_1_requests         = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests         = "requests: GET and all others"
      monthly_select_data_returned_gb = "GB"
      monthly_select_data_scanned_gb  = "GB"
    }
    default     = null
    description = "what is kept in S3 Standard, and done with it"
  }

  usage "intelligent_tiering" {
    keys = {
      frequent_access_storage_gb            = "GB"
      infrequent_access_storage_gb          = "GB"
      archive_instant_access_storage_gb     = "GB"
      archive_access_storage_gb             = "GB"
      deep_archive_access_storage_gb        = "GB"
      monitored_objects                     = "objects"
      monthly_tier_1_requests               = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests               = "requests: GET and all others"
      monthly_lifecycle_transition_requests = "requests: moved into the class"
      monthly_select_data_returned_gb       = "GB"
      monthly_select_data_scanned_gb        = "GB"
    }
    default     = null
    description = "what is kept in S3 Intelligent-Tiering, and done with it"
  }

  usage "standard_infrequent_access" {
    keys = {
      storage_gb                            = "GB"
      monthly_tier_1_requests               = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests               = "requests: GET and all others"
      monthly_lifecycle_transition_requests = "requests: moved into the class"
      early_delete_gb                       = "GB: deleted before the least term of the class"
      monthly_data_retrieval_gb             = "GB"
      monthly_select_data_returned_gb       = "GB"
      monthly_select_data_scanned_gb        = "GB"
    }
    default     = null
    description = "what is kept in S3 Standard-IA, and done with it"
  }

  usage "one_zone_infrequent_access" {
    keys = {
      storage_gb                            = "GB"
      monthly_tier_1_requests               = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests               = "requests: GET and all others"
      monthly_lifecycle_transition_requests = "requests: moved into the class"
      early_delete_gb                       = "GB: deleted before the least term of the class"
      monthly_data_retrieval_gb             = "GB"
      monthly_select_data_returned_gb       = "GB"
      monthly_select_data_scanned_gb        = "GB"
    }
    default     = null
    description = "what is kept in S3 One Zone-IA, and done with it"
  }

  usage "glacier_instant_retrieval" {
    keys = {
      storage_gb                            = "GB"
      monthly_tier_1_requests               = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests               = "requests: GET and all others"
      monthly_lifecycle_transition_requests = "requests: moved into the class"
      early_delete_gb                       = "GB: deleted before the least term of the class"
      monthly_data_retrieval_gb             = "GB"
      monthly_select_data_returned_gb       = "GB"
      monthly_select_data_scanned_gb        = "GB"
    }
    default     = null
    description = "what is kept in S3 Glacier Instant Retrieval, and done with it"
  }

  usage "glacier_flexible_retrieval" {
    keys = {
      storage_gb                                = "GB"
      monthly_tier_1_requests                   = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests                   = "requests: GET and all others"
      monthly_lifecycle_transition_requests     = "requests: moved into the class"
      early_delete_gb                           = "GB: deleted before the least term of the class"
      monthly_expedited_data_retrieval_gb       = "GB"
      monthly_expedited_data_retrieval_requests = "requests"
      monthly_standard_data_retrieval_gb        = "GB"
      monthly_standard_data_retrieval_requests  = "requests"
    }
    default     = null
    description = "what is kept in S3 Glacier Flexible Retrieval, and done with it"
  }

  usage "glacier_deep_archive" {
    keys = {
      storage_gb                               = "GB"
      monthly_tier_1_requests                  = "requests: PUT, COPY, POST and LIST"
      monthly_tier_2_requests                  = "requests: GET and all others"
      monthly_lifecycle_transition_requests    = "requests: moved into the class"
      early_delete_gb                          = "GB: deleted before the least term of the class"
      monthly_bulk_data_retrieval_gb           = "GB"
      monthly_bulk_data_retrieval_requests     = "requests"
      monthly_standard_data_retrieval_gb       = "GB"
      monthly_standard_data_retrieval_requests = "requests"
    }
    default     = null
    description = "what is kept in S3 Glacier Deep Archive, and done with it"
  }
  usage "object_tags" {
    unit        = "tags"
    default     = null
    description = "tags on objects, all together"
  }

  let {
    rules   = [for r in concat(get(refs.lifecycle, "rule", []), first(self.lifecycle_rule, [])) : r if get(r, "status", "Enabled") == "Enabled" && get(r, "enabled", true)]
    moves   = flatten([for r in let.rules : concat(get(r, "transition", []), get(r, "noncurrent_version_transition", []))])
    classes = concat([for m in let.moves : get(m, "storage_class")], refs.tiering == null ? [] : ["INTELLIGENT_TIERING"])

    tiering     = usage.intelligent_tiering != null || contains(let.classes, "INTELLIGENT_TIERING")
    standard_ia = usage.standard_infrequent_access != null || contains(let.classes, "STANDARD_IA")
    onezone_ia  = usage.one_zone_infrequent_access != null || contains(let.classes, "ONEZONE_IA")
    instant     = usage.glacier_instant_retrieval != null || contains(let.classes, "GLACIER_IR")
    flexible    = usage.glacier_flexible_retrieval != null || contains(let.classes, "GLACIER")
    deep        = usage.glacier_deep_archive != null || contains(let.classes, "DEEP_ARCHIVE")
  }

  cost "standard: storage" {
    quantity = get(usage.standard, "storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/standard"
  }

  cost "standard: PUT, COPY, POST, LIST requests" {
    quantity = get(usage.standard, "monthly_tier_1_requests") == null ? null : get(usage.standard, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/standard/put"
  }

  cost "standard: GET and other requests" {
    quantity = get(usage.standard, "monthly_tier_2_requests") == null ? null : get(usage.standard, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/standard/get"
  }

  cost "standard: data scanned by Select" {
    when     = get(usage.standard, "monthly_select_data_scanned_gb") != null
    quantity = get(usage.standard, "monthly_select_data_scanned_gb")
    unit     = "GB"
    price    = "s3/select/standard/scanned"
  }

  cost "standard: data returned by Select" {
    when     = get(usage.standard, "monthly_select_data_returned_gb") != null
    quantity = get(usage.standard, "monthly_select_data_returned_gb")
    unit     = "GB"
    price    = "s3/select/standard/returned"
  }

  cost "intelligent tiering: frequent access storage" {
    when     = let.tiering
    quantity = get(usage.intelligent_tiering, "frequent_access_storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/intelligent-tiering-frequent"
  }

  cost "intelligent tiering: infrequent access storage" {
    when     = let.tiering
    quantity = get(usage.intelligent_tiering, "infrequent_access_storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/intelligent-tiering-infrequent"
  }

  cost "intelligent tiering: archive instant access storage" {
    when     = get(usage.intelligent_tiering, "archive_instant_access_storage_gb") != null
    quantity = get(usage.intelligent_tiering, "archive_instant_access_storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/intelligent-tiering-archive-instant"
  }

  cost "intelligent tiering: archive access storage" {
    when     = get(usage.intelligent_tiering, "archive_access_storage_gb") != null
    quantity = get(usage.intelligent_tiering, "archive_access_storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/intelligent-tiering-archive"
  }

  cost "intelligent tiering: deep archive access storage" {
    when     = get(usage.intelligent_tiering, "deep_archive_access_storage_gb") != null
    quantity = get(usage.intelligent_tiering, "deep_archive_access_storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/intelligent-tiering-deep-archive"
  }

  cost "intelligent tiering: monitored objects" {
    when     = let.tiering
    quantity = get(usage.intelligent_tiering, "monitored_objects") == null ? null : get(usage.intelligent_tiering, "monitored_objects") / 1000
    unit     = "1k-objects-month"
    price    = "s3/intelligent-tiering-monitoring"
  }

  cost "intelligent tiering: PUT, COPY, POST, LIST requests" {
    when     = get(usage.intelligent_tiering, "monthly_tier_1_requests") != null
    quantity = get(usage.intelligent_tiering, "monthly_tier_1_requests") == null ? null : get(usage.intelligent_tiering, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/intelligent-tiering/put"
  }

  cost "intelligent tiering: GET and other requests" {
    when     = get(usage.intelligent_tiering, "monthly_tier_2_requests") != null
    quantity = get(usage.intelligent_tiering, "monthly_tier_2_requests") == null ? null : get(usage.intelligent_tiering, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/intelligent-tiering/get"
  }

  cost "intelligent tiering: lifecycle transitions" {
    when     = get(usage.intelligent_tiering, "monthly_lifecycle_transition_requests") != null
    quantity = get(usage.intelligent_tiering, "monthly_lifecycle_transition_requests") == null ? null : get(usage.intelligent_tiering, "monthly_lifecycle_transition_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/lifecycle/intelligent-tiering"
  }

  cost "intelligent tiering: data scanned by Select" {
    when     = get(usage.intelligent_tiering, "monthly_select_data_scanned_gb") != null
    quantity = get(usage.intelligent_tiering, "monthly_select_data_scanned_gb")
    unit     = "GB"
    price    = "s3/select/intelligent-tiering/scanned"
  }

  cost "intelligent tiering: data returned by Select" {
    when     = get(usage.intelligent_tiering, "monthly_select_data_returned_gb") != null
    quantity = get(usage.intelligent_tiering, "monthly_select_data_returned_gb")
    unit     = "GB"
    price    = "s3/select/intelligent-tiering/returned"
  }

  cost "standard infrequent access: storage" {
    when     = let.standard_ia
    quantity = get(usage.standard_infrequent_access, "storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/standard-ia"
  }

  cost "standard infrequent access: PUT, COPY, POST, LIST requests" {
    when     = get(usage.standard_infrequent_access, "monthly_tier_1_requests") != null
    quantity = get(usage.standard_infrequent_access, "monthly_tier_1_requests") == null ? null : get(usage.standard_infrequent_access, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/standard-ia/put"
  }

  cost "standard infrequent access: GET and other requests" {
    when     = get(usage.standard_infrequent_access, "monthly_tier_2_requests") != null
    quantity = get(usage.standard_infrequent_access, "monthly_tier_2_requests") == null ? null : get(usage.standard_infrequent_access, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/standard-ia/get"
  }

  cost "standard infrequent access: lifecycle transitions" {
    when     = get(usage.standard_infrequent_access, "monthly_lifecycle_transition_requests") != null
    quantity = get(usage.standard_infrequent_access, "monthly_lifecycle_transition_requests") == null ? null : get(usage.standard_infrequent_access, "monthly_lifecycle_transition_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/lifecycle/standard-ia"
  }

  cost "standard infrequent access: data retrieval" {
    when     = let.standard_ia
    quantity = get(usage.standard_infrequent_access, "monthly_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/standard-ia"
  }

  cost "standard infrequent access: early deletion" {
    when     = get(usage.standard_infrequent_access, "early_delete_gb") != null
    quantity = get(usage.standard_infrequent_access, "early_delete_gb")
    unit     = "GB-month"
    price    = "s3/storage/standard-ia"
  }

  cost "standard infrequent access: data scanned by Select" {
    when     = get(usage.standard_infrequent_access, "monthly_select_data_scanned_gb") != null
    quantity = get(usage.standard_infrequent_access, "monthly_select_data_scanned_gb")
    unit     = "GB"
    price    = "s3/select/standard-ia/scanned"
  }

  cost "standard infrequent access: data returned by Select" {
    when     = get(usage.standard_infrequent_access, "monthly_select_data_returned_gb") != null
    quantity = get(usage.standard_infrequent_access, "monthly_select_data_returned_gb")
    unit     = "GB"
    price    = "s3/select/standard-ia/returned"
  }

  cost "one zone infrequent access: storage" {
    when     = let.onezone_ia
    quantity = get(usage.one_zone_infrequent_access, "storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/onezone-ia"
  }

  cost "one zone infrequent access: PUT, COPY, POST, LIST requests" {
    when     = get(usage.one_zone_infrequent_access, "monthly_tier_1_requests") != null
    quantity = get(usage.one_zone_infrequent_access, "monthly_tier_1_requests") == null ? null : get(usage.one_zone_infrequent_access, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/onezone-ia/put"
  }

  cost "one zone infrequent access: GET and other requests" {
    when     = get(usage.one_zone_infrequent_access, "monthly_tier_2_requests") != null
    quantity = get(usage.one_zone_infrequent_access, "monthly_tier_2_requests") == null ? null : get(usage.one_zone_infrequent_access, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/onezone-ia/get"
  }

  cost "one zone infrequent access: lifecycle transitions" {
    when     = get(usage.one_zone_infrequent_access, "monthly_lifecycle_transition_requests") != null
    quantity = get(usage.one_zone_infrequent_access, "monthly_lifecycle_transition_requests") == null ? null : get(usage.one_zone_infrequent_access, "monthly_lifecycle_transition_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/lifecycle/onezone-ia"
  }

  cost "one zone infrequent access: data retrieval" {
    when     = let.onezone_ia
    quantity = get(usage.one_zone_infrequent_access, "monthly_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/onezone-ia"
  }

  cost "one zone infrequent access: early deletion" {
    when     = get(usage.one_zone_infrequent_access, "early_delete_gb") != null
    quantity = get(usage.one_zone_infrequent_access, "early_delete_gb")
    unit     = "GB-month"
    price    = "s3/storage/onezone-ia"
  }

  cost "one zone infrequent access: data scanned by Select" {
    when     = get(usage.one_zone_infrequent_access, "monthly_select_data_scanned_gb") != null
    quantity = get(usage.one_zone_infrequent_access, "monthly_select_data_scanned_gb")
    unit     = "GB"
    price    = "s3/select/onezone-ia/scanned"
  }

  cost "one zone infrequent access: data returned by Select" {
    when     = get(usage.one_zone_infrequent_access, "monthly_select_data_returned_gb") != null
    quantity = get(usage.one_zone_infrequent_access, "monthly_select_data_returned_gb")
    unit     = "GB"
    price    = "s3/select/onezone-ia/returned"
  }

  cost "glacier instant retrieval: storage" {
    when     = let.instant
    quantity = get(usage.glacier_instant_retrieval, "storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/glacier-ir"
  }

  cost "glacier instant retrieval: PUT, COPY, POST, LIST requests" {
    when     = get(usage.glacier_instant_retrieval, "monthly_tier_1_requests") != null
    quantity = get(usage.glacier_instant_retrieval, "monthly_tier_1_requests") == null ? null : get(usage.glacier_instant_retrieval, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/glacier-ir/put"
  }

  cost "glacier instant retrieval: GET and other requests" {
    when     = get(usage.glacier_instant_retrieval, "monthly_tier_2_requests") != null
    quantity = get(usage.glacier_instant_retrieval, "monthly_tier_2_requests") == null ? null : get(usage.glacier_instant_retrieval, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/glacier-ir/get"
  }

  cost "glacier instant retrieval: lifecycle transitions" {
    when     = get(usage.glacier_instant_retrieval, "monthly_lifecycle_transition_requests") != null
    quantity = get(usage.glacier_instant_retrieval, "monthly_lifecycle_transition_requests") == null ? null : get(usage.glacier_instant_retrieval, "monthly_lifecycle_transition_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/lifecycle/glacier-ir"
  }

  cost "glacier instant retrieval: data retrieval" {
    when     = let.instant
    quantity = get(usage.glacier_instant_retrieval, "monthly_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/glacier-ir"
  }

  cost "glacier instant retrieval: early deletion" {
    when     = get(usage.glacier_instant_retrieval, "early_delete_gb") != null
    quantity = get(usage.glacier_instant_retrieval, "early_delete_gb")
    unit     = "GB-month"
    price    = "s3/storage/glacier-ir"
  }

  cost "glacier instant retrieval: data scanned by Select" {
    when     = get(usage.glacier_instant_retrieval, "monthly_select_data_scanned_gb") != null
    quantity = get(usage.glacier_instant_retrieval, "monthly_select_data_scanned_gb")
    unit     = "GB"
    price    = "s3/select/glacier-ir/scanned"
  }

  cost "glacier instant retrieval: data returned by Select" {
    when     = get(usage.glacier_instant_retrieval, "monthly_select_data_returned_gb") != null
    quantity = get(usage.glacier_instant_retrieval, "monthly_select_data_returned_gb")
    unit     = "GB"
    price    = "s3/select/glacier-ir/returned"
  }

  cost "glacier flexible retrieval: storage" {
    when     = let.flexible
    quantity = get(usage.glacier_flexible_retrieval, "storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/glacier-flexible"
  }

  cost "glacier flexible retrieval: PUT, COPY, POST, LIST requests" {
    when     = get(usage.glacier_flexible_retrieval, "monthly_tier_1_requests") != null
    quantity = get(usage.glacier_flexible_retrieval, "monthly_tier_1_requests") == null ? null : get(usage.glacier_flexible_retrieval, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/glacier-flexible/put"
  }

  cost "glacier flexible retrieval: GET and other requests" {
    when     = get(usage.glacier_flexible_retrieval, "monthly_tier_2_requests") != null
    quantity = get(usage.glacier_flexible_retrieval, "monthly_tier_2_requests") == null ? null : get(usage.glacier_flexible_retrieval, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/glacier-flexible/get"
  }

  cost "glacier flexible retrieval: lifecycle transitions" {
    when     = get(usage.glacier_flexible_retrieval, "monthly_lifecycle_transition_requests") != null
    quantity = get(usage.glacier_flexible_retrieval, "monthly_lifecycle_transition_requests") == null ? null : get(usage.glacier_flexible_retrieval, "monthly_lifecycle_transition_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/lifecycle/glacier-flexible"
  }

  cost "glacier flexible retrieval: standard retrieval" {
    when     = let.flexible
    quantity = get(usage.glacier_flexible_retrieval, "monthly_standard_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/glacier-flexible-standard"
  }

  cost "glacier flexible retrieval: standard retrieval requests" {
    when     = get(usage.glacier_flexible_retrieval, "monthly_standard_data_retrieval_requests") != null
    quantity = get(usage.glacier_flexible_retrieval, "monthly_standard_data_retrieval_requests") == null ? null : get(usage.glacier_flexible_retrieval, "monthly_standard_data_retrieval_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/retrieval-requests/glacier-flexible-standard"
  }

  cost "glacier flexible retrieval: expedited retrieval" {
    when     = get(usage.glacier_flexible_retrieval, "monthly_expedited_data_retrieval_gb") != null
    quantity = get(usage.glacier_flexible_retrieval, "monthly_expedited_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/glacier-flexible-expedited"
  }

  cost "glacier flexible retrieval: expedited retrieval requests" {
    when     = get(usage.glacier_flexible_retrieval, "monthly_expedited_data_retrieval_requests") != null
    quantity = get(usage.glacier_flexible_retrieval, "monthly_expedited_data_retrieval_requests") == null ? null : get(usage.glacier_flexible_retrieval, "monthly_expedited_data_retrieval_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/retrieval-requests/glacier-flexible-expedited"
  }

  cost "glacier flexible retrieval: early deletion" {
    when     = get(usage.glacier_flexible_retrieval, "early_delete_gb") != null
    quantity = get(usage.glacier_flexible_retrieval, "early_delete_gb")
    unit     = "GB-month"
    price    = "s3/storage/glacier-flexible"
  }

  cost "glacier deep archive: storage" {
    when     = let.deep
    quantity = get(usage.glacier_deep_archive, "storage_gb")
    unit     = "GB-month"
    price    = "s3/storage/deep-archive"
  }

  cost "glacier deep archive: PUT, COPY, POST, LIST requests" {
    when     = get(usage.glacier_deep_archive, "monthly_tier_1_requests") != null
    quantity = get(usage.glacier_deep_archive, "monthly_tier_1_requests") == null ? null : get(usage.glacier_deep_archive, "monthly_tier_1_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/deep-archive/put"
  }

  cost "glacier deep archive: GET and other requests" {
    when     = get(usage.glacier_deep_archive, "monthly_tier_2_requests") != null
    quantity = get(usage.glacier_deep_archive, "monthly_tier_2_requests") == null ? null : get(usage.glacier_deep_archive, "monthly_tier_2_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/requests/deep-archive/get"
  }

  cost "glacier deep archive: lifecycle transitions" {
    when     = get(usage.glacier_deep_archive, "monthly_lifecycle_transition_requests") != null
    quantity = get(usage.glacier_deep_archive, "monthly_lifecycle_transition_requests") == null ? null : get(usage.glacier_deep_archive, "monthly_lifecycle_transition_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/lifecycle/deep-archive"
  }

  cost "glacier deep archive: standard retrieval" {
    when     = let.deep
    quantity = get(usage.glacier_deep_archive, "monthly_standard_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/deep-archive-standard"
  }

  cost "glacier deep archive: standard retrieval requests" {
    when     = get(usage.glacier_deep_archive, "monthly_standard_data_retrieval_requests") != null
    quantity = get(usage.glacier_deep_archive, "monthly_standard_data_retrieval_requests") == null ? null : get(usage.glacier_deep_archive, "monthly_standard_data_retrieval_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/retrieval-requests/deep-archive-standard"
  }

  cost "glacier deep archive: bulk retrieval" {
    when     = get(usage.glacier_deep_archive, "monthly_bulk_data_retrieval_gb") != null
    quantity = get(usage.glacier_deep_archive, "monthly_bulk_data_retrieval_gb")
    unit     = "GB"
    price    = "s3/retrieval/deep-archive-bulk"
  }

  cost "glacier deep archive: bulk retrieval requests" {
    when     = get(usage.glacier_deep_archive, "monthly_bulk_data_retrieval_requests") != null
    quantity = get(usage.glacier_deep_archive, "monthly_bulk_data_retrieval_requests") == null ? null : get(usage.glacier_deep_archive, "monthly_bulk_data_retrieval_requests") / 1000
    unit     = "1k-requests"
    price    = "s3/retrieval-requests/deep-archive-bulk"
  }

  cost "glacier deep archive: early deletion" {
    when     = get(usage.glacier_deep_archive, "early_delete_gb") != null
    quantity = get(usage.glacier_deep_archive, "early_delete_gb")
    unit     = "GB-month"
    price    = "s3/storage/deep-archive"
  }

  cost "object tags" {
    when     = usage.object_tags != null
    quantity = usage.object_tags / 10000
    unit     = "10k-tags"
    price    = "s3/object-tags"
  }

  uses "standard" {
    when      = get(usage.standard, "storage_gb") != null
    storage   = "s3"
    selector  = "standard"
    gigabytes = get(usage.standard, "storage_gb")
  }
  uses "standard infrequent access" {
    when      = get(usage.standard_infrequent_access, "storage_gb") != null
    storage   = "s3"
    selector  = "standard-ia"
    gigabytes = get(usage.standard_infrequent_access, "storage_gb")
  }
  uses "one zone infrequent access" {
    when      = get(usage.one_zone_infrequent_access, "storage_gb") != null
    storage   = "s3"
    selector  = "onezone-ia"
    gigabytes = get(usage.one_zone_infrequent_access, "storage_gb")
  }
  uses "glacier instant retrieval" {
    when      = get(usage.glacier_instant_retrieval, "storage_gb") != null
    storage   = "s3"
    selector  = "glacier-ir"
    gigabytes = get(usage.glacier_instant_retrieval, "storage_gb")
  }
  uses "glacier flexible retrieval" {
    when      = get(usage.glacier_flexible_retrieval, "storage_gb") != null
    storage   = "s3"
    selector  = "glacier"
    gigabytes = get(usage.glacier_flexible_retrieval, "storage_gb")
  }
  uses "glacier deep archive" {
    when      = get(usage.glacier_deep_archive, "storage_gb") != null
    storage   = "s3"
    selector  = "deep-archive"
    gigabytes = get(usage.glacier_deep_archive, "storage_gb")
  }
  uses "intelligent tiering" {
    when      = usage.intelligent_tiering != null
    storage   = "s3"
    selector  = "intelligent-tiering"
    gigabytes = sum([for tier in ["frequent_access", "infrequent_access", "archive_instant_access", "archive_access", "deep_archive_access"] : get(usage.intelligent_tiering, "${tier}_storage_gb", 0)])
  }
  uses "storage" {
    when = usage.standard == null && usage.intelligent_tiering == null && usage.standard_infrequent_access == null && usage.one_zone_infrequent_access == null && usage.glacier_instant_retrieval == null && usage.glacier_flexible_retrieval == null && usage.glacier_deep_archive == null
    gap  = "how much is stored is not known"
  }

  example "standard storage and requests" {
    given   = { bucket = "data", lifecycle_rule = unknown }
    omitted = ["lifecycle_rule"]
    usage   = { standard = { storage_gb = 1000, monthly_tier_1_requests = 100000, monthly_tier_2_requests = 1000000 } }
    want = {
      "standard: storage"                        = 1000
      "standard: PUT, COPY, POST, LIST requests" = 100
      "standard: GET and other requests"         = 1000
    }
    monthly = "23.90"
    prices = {
      "s3/storage/standard"      = 0.023
      "s3/requests/standard/put" = 0.005
      "s3/requests/standard/get" = 0.0004
    }
    source = "aws.amazon.com/s3/pricing, us-east-1, 2025-10"
    status = "priced"
  }

  example "use not given" {
    given  = { bucket = "data" }
    want   = {}
    unused = ["standard: storage", "standard: PUT, COPY, POST, LIST requests", "standard: GET and other requests"]
    status = "usage"
  }

  example "only part of the use given" {
    given  = { bucket = "data" }
    usage  = { standard = { storage_gb = 60000 } }
    want   = { "standard: storage" = 60000 }
    unused = ["standard: PUT, COPY, POST, LIST requests", "standard: GET and other requests"]
    status = "partial"
  }

  example "lifecycle rules of another resource move to colder classes" {
    given = { bucket = "data" }
    refs = {
      lifecycle = {
        rule = [
          { status = "Enabled", transition = [{ storage_class = "STANDARD_IA" }, { storage_class = "GLACIER" }], noncurrent_version_transition = [] },
          { status = "Disabled", transition = [{ storage_class = "DEEP_ARCHIVE" }], noncurrent_version_transition = [] },
        ]
      }
    }
    usage = {
      standard                   = { storage_gb = 10, monthly_tier_1_requests = 0, monthly_tier_2_requests = 0 }
      standard_infrequent_access = { storage_gb = 100, monthly_data_retrieval_gb = 10, monthly_lifecycle_transition_requests = 1000 }
    }
    want = {
      "standard: storage"                                 = 10
      "standard: PUT, COPY, POST, LIST requests"          = 0
      "standard: GET and other requests"                  = 0
      "standard infrequent access: storage"               = 100
      "standard infrequent access: lifecycle transitions" = 1
      "standard infrequent access: data retrieval"        = 10
    }
    unused  = ["glacier flexible retrieval: storage", "glacier flexible retrieval: standard retrieval"]
    monthly = "1.59"
    prices = {
      "s3/storage/standard"      = 0.023
      "s3/requests/standard/put" = 0.005
      "s3/requests/standard/get" = 0.0004
      "s3/storage/standard-ia"   = 0.0125
      "s3/lifecycle/standard-ia" = 0.01
      "s3/retrieval/standard-ia" = 0.01
    }
    source = "aws.amazon.com/s3/pricing, us-east-1, 2025-10"
  }

  example "a rule in the bucket, as older providers have it" {
    given = { lifecycle_rule = [{ enabled = true, transition = [{ storage_class = "DEEP_ARCHIVE" }] }] }
    usage = { glacier_deep_archive = { storage_gb = 1000 } }
    want  = { "glacier deep archive: storage" = 1000 }
    unused = [
      "standard: storage", "standard: PUT, COPY, POST, LIST requests", "standard: GET and other requests",
      "glacier deep archive: standard retrieval",
    ]
  }

  example "out of the archives" {
    given = { bucket = "data" }
    usage = {
      standard                   = { storage_gb = 0, monthly_tier_1_requests = 0, monthly_tier_2_requests = 0 }
      glacier_flexible_retrieval = { storage_gb = 100, monthly_standard_data_retrieval_gb = 10, monthly_standard_data_retrieval_requests = 1000 }
      glacier_deep_archive       = { storage_gb = 1000, monthly_standard_data_retrieval_gb = 0, monthly_bulk_data_retrieval_gb = 100, monthly_bulk_data_retrieval_requests = 2000, early_delete_gb = 10 }
    }
    want = {
      "standard: storage"                                       = 0
      "standard: PUT, COPY, POST, LIST requests"                = 0
      "standard: GET and other requests"                        = 0
      "glacier flexible retrieval: storage"                     = 100
      "glacier flexible retrieval: standard retrieval"          = 10
      "glacier flexible retrieval: standard retrieval requests" = 1
      "glacier deep archive: storage"                           = 1000
      "glacier deep archive: standard retrieval"                = 0
      "glacier deep archive: bulk retrieval"                    = 100
      "glacier deep archive: bulk retrieval requests"           = 2
      "glacier deep archive: early deletion"                    = 10
    }
    monthly = "1.8099"
    prices = {
      "s3/storage/standard"                             = 0.023
      "s3/requests/standard/put"                        = 0.005
      "s3/requests/standard/get"                        = 0.0004
      "s3/storage/glacier-flexible"                     = 0.0036
      "s3/retrieval/glacier-flexible-standard"          = 0.01
      "s3/retrieval-requests/glacier-flexible-standard" = 0.05
      "s3/storage/deep-archive"                         = 0.00099
      "s3/retrieval/deep-archive-standard"              = 0.02
      "s3/retrieval/deep-archive-bulk"                  = 0.0025
      "s3/retrieval-requests/deep-archive-bulk"         = 0.025
    }
    source = "aws.amazon.com/s3/pricing, us-east-1, 2025-10"
  }

  example "intelligent tiering" {
    given = { bucket = "data" }
    refs  = { tiering = { status = "Enabled" } }
    usage = { intelligent_tiering = { frequent_access_storage_gb = 100, infrequent_access_storage_gb = 200, monitored_objects = 2000 } }
    want = {
      "intelligent tiering: frequent access storage"   = 100
      "intelligent tiering: infrequent access storage" = 200
      "intelligent tiering: monitored objects"         = 2
    }
    unused  = ["standard: storage", "standard: PUT, COPY, POST, LIST requests", "standard: GET and other requests"]
    monthly = "4.805"
    prices = {
      "s3/storage/intelligent-tiering-frequent"   = 0.023
      "s3/storage/intelligent-tiering-infrequent" = 0.0125
      "s3/intelligent-tiering-monitoring"         = 0.0025
    }
    source = "aws.amazon.com/s3/pricing, us-east-1, 2025-10"
  }

  example "class of a rule known only after apply" {
    given = { lifecycle_rule = [{ enabled = true, transition = [{ storage_class = unknown }] }] }
    usage = { standard = { storage_gb = 1, monthly_tier_1_requests = 0, monthly_tier_2_requests = 0 } }
    want = {
      "standard: storage"                        = 1
      "standard: PUT, COPY, POST, LIST requests" = 0
      "standard: GET and other requests"         = 0
    }
    gaps = [
      "intelligent tiering: frequent access storage", "intelligent tiering: infrequent access storage", "intelligent tiering: monitored objects",
      "standard infrequent access: storage", "standard infrequent access: data retrieval",
      "one zone infrequent access: storage", "one zone infrequent access: data retrieval",
      "glacier instant retrieval: storage", "glacier instant retrieval: data retrieval",
      "glacier flexible retrieval: storage", "glacier flexible retrieval: standard retrieval",
      "glacier deep archive: storage", "glacier deep archive: standard retrieval",
    ]
    status = "partial"
  }
}
