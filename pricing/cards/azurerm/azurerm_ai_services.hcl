# An account of AI services of all kinds in one, billed by what is asked of it, as
# azurerm_cognitive_account says of the kind AIServices.
resource "azurerm_ai_services" {
  usage "monthly_text_analytics_records" {
    unit        = "records"
    description = "text records of 1,000 characters analysed a month, by the common features"
  }
  usage "monthly_summarization_records" {
    unit        = "records"
    default     = null
    description = "text records summarised a month"
  }
  usage "monthly_health_records" {
    unit        = "records"
    default     = null
    description = "text records a month analysed for health; the first 5,000 are free"
  }
  usage "monthly_custom_text_records" {
    unit        = "records"
    default     = null
    description = "text records a month analysed by custom models"
  }
  usage "monthly_conversational_language_records" {
    unit        = "records"
    default     = null
    description = "text records a month of conversational understanding"
  }
  usage "monthly_question_answering_records" {
    unit        = "records"
    default     = null
    description = "questions answered a month, in text records"
  }
  usage "monthly_custom_training_hours" {
    unit        = "hours"
    default     = null
    description = "hours a month that custom models are trained"
  }
  usage "monthly_speech_to_text_real_time_hrs" {
    unit        = "hours"
    description = "hours of speech a month turned into text as it is spoken"
  }
  usage "monthly_speech_to_text_batch_hrs" {
    unit        = "hours"
    default     = null
    description = "hours of recorded speech a month turned into text"
  }
  usage "monthly_speech_to_text_custom_model_hrs" {
    unit        = "hours"
    default     = null
    description = "hours of speech a month turned into text by custom models"
  }
  usage "monthly_custom_speech_training_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month that custom models are trained"
  }
  usage "monthly_text_to_speech_neural_chars" {
    unit        = "characters"
    description = "characters a month spoken by neural voices"
  }
  usage "monthly_text_to_speech_custom_neural_chars" {
    unit        = "characters"
    default     = null
    description = "characters a month spoken by custom voices"
  }
  usage "monthly_speech_translation_hrs" {
    unit        = "hours"
    default     = null
    description = "hours of speech a month translated"
  }
  usage "monthly_speaker_verification_transactions" {
    unit        = "transactions"
    default     = null
    description = "speakers verified a month"
  }
  usage "monthly_speaker_identification_transactions" {
    unit        = "transactions"
    default     = null
    description = "speakers identified a month"
  }
  usage "monthly_image_analysis_transactions" {
    unit        = "transactions"
    description = "images a month read, tagged or looked at for faces and objects (group 1)"
  }
  usage "monthly_image_description_transactions" {
    unit        = "transactions"
    default     = null
    description = "images a month described (group 2)"
  }
  usage "monthly_read_pages" {
    unit        = "pages"
    description = "pages read a month"
  }
  usage "monthly_prebuilt_pages" {
    unit        = "pages"
    description = "pages a month understood by prebuilt models"
  }
  usage "monthly_custom_pages" {
    unit        = "pages"
    default     = null
    description = "pages a month understood by custom models"
  }
  usage "monthly_translated_chars" {
    unit        = "characters"
    description = "characters translated a month"
  }
  usage "monthly_document_translated_chars" {
    unit        = "characters"
    default     = null
    description = "characters of documents translated a month"
  }
  usage "monthly_custom_translated_chars" {
    unit        = "characters"
    default     = null
    description = "characters a month translated by custom models"
  }
  usage "monthly_content_safety_text_records" {
    unit        = "records"
    description = "text records of 1,000 characters checked a month"
  }
  usage "monthly_content_safety_images" {
    unit        = "images"
    description = "images checked a month"
  }
  usage "monthly_face_transactions" {
    unit        = "transactions"
    description = "faces looked at a month"
  }
  usage "stored_faces" {
    unit        = "faces"
    default     = null
    description = "faces kept"
  }
  usage "monthly_luis_text_requests" {
    unit        = "requests"
    description = "requests in text a month"
  }
  usage "monthly_luis_speech_requests" {
    unit        = "requests"
    description = "requests in speech a month"
  }

  part "" {
    card  = "azurerm_cognitive_account"
    given = { kind = "AIServices", sku_name = self.sku_name }
    usage = {
      monthly_text_analytics_records              = usage.monthly_text_analytics_records
      monthly_summarization_records               = usage.monthly_summarization_records
      monthly_health_records                      = usage.monthly_health_records
      monthly_custom_text_records                 = usage.monthly_custom_text_records
      monthly_conversational_language_records     = usage.monthly_conversational_language_records
      monthly_question_answering_records          = usage.monthly_question_answering_records
      monthly_custom_training_hours               = usage.monthly_custom_training_hours
      monthly_speech_to_text_real_time_hrs        = usage.monthly_speech_to_text_real_time_hrs
      monthly_speech_to_text_batch_hrs            = usage.monthly_speech_to_text_batch_hrs
      monthly_speech_to_text_custom_model_hrs     = usage.monthly_speech_to_text_custom_model_hrs
      monthly_custom_speech_training_hrs          = usage.monthly_custom_speech_training_hrs
      monthly_text_to_speech_neural_chars         = usage.monthly_text_to_speech_neural_chars
      monthly_text_to_speech_custom_neural_chars  = usage.monthly_text_to_speech_custom_neural_chars
      monthly_speech_translation_hrs              = usage.monthly_speech_translation_hrs
      monthly_speaker_verification_transactions   = usage.monthly_speaker_verification_transactions
      monthly_speaker_identification_transactions = usage.monthly_speaker_identification_transactions
      monthly_image_analysis_transactions         = usage.monthly_image_analysis_transactions
      monthly_image_description_transactions      = usage.monthly_image_description_transactions
      monthly_read_pages                          = usage.monthly_read_pages
      monthly_prebuilt_pages                      = usage.monthly_prebuilt_pages
      monthly_custom_pages                        = usage.monthly_custom_pages
      monthly_translated_chars                    = usage.monthly_translated_chars
      monthly_document_translated_chars           = usage.monthly_document_translated_chars
      monthly_custom_translated_chars             = usage.monthly_custom_translated_chars
      monthly_content_safety_text_records         = usage.monthly_content_safety_text_records
      monthly_content_safety_images               = usage.monthly_content_safety_images
      monthly_face_transactions                   = usage.monthly_face_transactions
      stored_faces                                = usage.stored_faces
      monthly_luis_text_requests                  = usage.monthly_luis_text_requests
      monthly_luis_speech_requests                = usage.monthly_luis_speech_requests
    }
  }

  example "10,000 pages read and images checked" {
    given   = { sku_name = "S0" }
    usage   = { monthly_read_pages = 10000, monthly_content_safety_images = 10000 }
    want    = { "pages read" = 0.01, "images checked" = 0.01 }
    unused  = ["text records", "speech to text", "text to speech", "image analysis", "pages by prebuilt models", "translation", "texts checked", "faces", "text requests", "speech requests"]
    status  = "partial"
    monthly = "22.50"
    prices  = { "foundry-tools/document-intelligence/read" = 1500, "foundry-tools/content-safety/images" = 750 }
    source  = "azure.microsoft.com/pricing/details/ai-document-intelligence and content-safety, West Europe, 2026-08"
  }

  example "the free tier" {
    given  = { sku_name = "F0" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["commitment", "text records", "speech to text", "text to speech", "image analysis", "pages read", "pages by prebuilt models", "translation", "texts checked", "images checked", "moderation", "faces", "predictions", "training", "text requests", "speech requests", "personalization", "anomaly detection"]
    status = "gap"
  }
}
