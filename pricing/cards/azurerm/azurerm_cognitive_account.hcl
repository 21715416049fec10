# An account of Azure's AI services: what is asked of it, by kind of account, in
# millions of texts, pages or pictures and in hours of speech, cheaper in steps;
# nothing for being there, and nothing at all in the free tier. An account of kind
# AIServices or CognitiveServices can do the work of all the others. Models are
# billed with their deployments, so one of kind OpenAI costs nothing itself.
#
# The catalogue has the prices of the standard tiers in East US 2, Sweden Central
# and West Europe, and none of the tiers with a commitment.
resource "azurerm_cognitive_account" {
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
  usage "monthly_moderation_transactions" {
    unit        = "transactions"
    description = "texts and images moderated a month"
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
  usage "monthly_custom_vision_predictions" {
    unit        = "transactions"
    description = "predictions a month"
  }
  usage "monthly_custom_vision_training_hours" {
    unit        = "hours"
    description = "hours of training a month"
  }
  usage "stored_images" {
    unit        = "images"
    default     = null
    description = "images kept for training"
  }
  usage "monthly_luis_text_requests" {
    unit        = "requests"
    description = "requests in text a month"
  }
  usage "monthly_luis_speech_requests" {
    unit        = "requests"
    description = "requests in speech a month"
  }
  usage "monthly_personalizer_transactions" {
    unit        = "transactions"
    description = "events ranked a month"
  }
  usage "monthly_anomaly_transactions" {
    unit        = "transactions"
    description = "series looked at a month"
  }

  let {
    kind  = lower(self.kind)
    sku   = lower(self.sku_name)
    free  = startswith(let.sku, "f")
    multi = contains(["aiservices", "cognitiveservices"], let.kind)
    # Text analytics has a tier named S, the others begin at S0 or S1; translation
    # and vision go on to tiers with a commitment.
    standard = contains(["s", "s0", "s1"], let.sku)
    known    = ["textanalytics", "speechservices", "computervision", "formrecognizer", "texttranslation", "contentsafety", "contentmoderator", "face", "customvision.prediction", "customvision.training", "luis", "personalizer", "anomalydetector"]
    does     = let.free || !let.standard ? [] : let.multi ? ["textanalytics", "speechservices", "computervision", "formrecognizer", "texttranslation", "contentsafety", "face", "luis"] : [let.kind]
  }

  cost "commitment" {
    when     = !let.free && !let.standard
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "prices of tiers with a commitment are not in the catalogue"
  }
  cost "account" {
    when     = !let.free && let.standard && !let.multi && let.kind != "openai" && !contains(let.known, let.kind)
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "prices of this kind of account are not in the catalogue"
  }

  cost "text records" {
    when     = contains(let.does, "textanalytics")
    quantity = usage.monthly_text_analytics_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/language/text-records"
  }
  cost "summarization" {
    when     = contains(let.does, "textanalytics") && usage.monthly_summarization_records != null
    quantity = usage.monthly_summarization_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/language/summarization"
  }
  cost "health records" {
    when     = contains(let.does, "textanalytics") && usage.monthly_health_records != null
    quantity = usage.monthly_health_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/language/health"
  }
  cost "custom text records" {
    when     = contains(let.does, "textanalytics") && usage.monthly_custom_text_records != null
    quantity = usage.monthly_custom_text_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/language/custom"
  }
  cost "conversational records" {
    when     = contains(let.does, "textanalytics") && usage.monthly_conversational_language_records != null
    quantity = usage.monthly_conversational_language_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/language/conversational"
  }
  cost "question answering" {
    when     = contains(let.does, "textanalytics") && usage.monthly_question_answering_records != null
    quantity = usage.monthly_question_answering_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/language/question-answering"
  }
  cost "language training" {
    when     = contains(let.does, "textanalytics") && usage.monthly_custom_training_hours != null
    quantity = usage.monthly_custom_training_hours
    unit     = "hour"
    price    = "foundry-tools/language/custom-training"
  }
  cost "speech to text" {
    when     = contains(let.does, "speechservices")
    quantity = usage.monthly_speech_to_text_real_time_hrs
    unit     = "hour"
    price    = "foundry-tools/speech/speech-to-text"
  }
  cost "speech to text in batches" {
    when     = contains(let.does, "speechservices") && usage.monthly_speech_to_text_batch_hrs != null
    quantity = usage.monthly_speech_to_text_batch_hrs
    unit     = "hour"
    price    = "foundry-tools/speech/speech-to-text-batch"
  }
  cost "custom speech to text" {
    when     = contains(let.does, "speechservices") && usage.monthly_speech_to_text_custom_model_hrs != null
    quantity = usage.monthly_speech_to_text_custom_model_hrs
    unit     = "hour"
    price    = "foundry-tools/speech/custom-speech-to-text"
  }
  cost "speech training" {
    when     = contains(let.does, "speechservices") && usage.monthly_custom_speech_training_hrs != null
    quantity = usage.monthly_custom_speech_training_hrs
    unit     = "hour"
    price    = "foundry-tools/speech/custom-speech-training"
  }
  cost "text to speech" {
    when     = contains(let.does, "speechservices")
    quantity = usage.monthly_text_to_speech_neural_chars / 1000000
    unit     = "1M-characters"
    price    = "foundry-tools/speech/neural-text-to-speech"
  }
  cost "custom text to speech" {
    when     = contains(let.does, "speechservices") && usage.monthly_text_to_speech_custom_neural_chars != null
    quantity = usage.monthly_text_to_speech_custom_neural_chars / 1000000
    unit     = "1M-characters"
    price    = "foundry-tools/speech/custom-neural-text-to-speech"
  }
  cost "speech translation" {
    when     = contains(let.does, "speechservices") && usage.monthly_speech_translation_hrs != null
    quantity = usage.monthly_speech_translation_hrs
    unit     = "hour"
    price    = "foundry-tools/speech/translation"
  }
  cost "speaker verification" {
    when     = contains(let.does, "speechservices") && usage.monthly_speaker_verification_transactions != null
    quantity = usage.monthly_speaker_verification_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/speech/speaker-verification"
  }
  cost "speaker identification" {
    when     = contains(let.does, "speechservices") && usage.monthly_speaker_identification_transactions != null
    quantity = usage.monthly_speaker_identification_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/speech/speaker-identification"
  }
  cost "image analysis" {
    when     = contains(let.does, "computervision")
    quantity = usage.monthly_image_analysis_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/vision/group-1"
  }
  cost "image description" {
    when     = contains(let.does, "computervision") && usage.monthly_image_description_transactions != null
    quantity = usage.monthly_image_description_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/vision/group-2"
  }
  cost "pages read" {
    when     = contains(let.does, "formrecognizer")
    quantity = usage.monthly_read_pages / 1000000
    unit     = "1M-pages"
    price    = "foundry-tools/document-intelligence/read"
  }
  cost "pages by prebuilt models" {
    when     = contains(let.does, "formrecognizer")
    quantity = usage.monthly_prebuilt_pages / 1000000
    unit     = "1M-pages"
    price    = "foundry-tools/document-intelligence/pre-built"
  }
  cost "pages by custom models" {
    when     = contains(let.does, "formrecognizer") && usage.monthly_custom_pages != null
    quantity = usage.monthly_custom_pages / 1000000
    unit     = "1M-pages"
    price    = "foundry-tools/document-intelligence/custom"
  }
  cost "translation" {
    when     = contains(let.does, "texttranslation")
    quantity = usage.monthly_translated_chars / 1000000
    unit     = "1M-characters"
    price    = "foundry-tools/translator/text"
  }
  cost "document translation" {
    when     = contains(let.does, "texttranslation") && usage.monthly_document_translated_chars != null
    quantity = usage.monthly_document_translated_chars / 1000000
    unit     = "1M-characters"
    price    = "foundry-tools/translator/document"
  }
  cost "custom translation" {
    when     = contains(let.does, "texttranslation") && usage.monthly_custom_translated_chars != null
    quantity = usage.monthly_custom_translated_chars / 1000000
    unit     = "1M-characters"
    price    = "foundry-tools/translator/custom"
  }
  cost "texts checked" {
    when     = contains(let.does, "contentsafety")
    quantity = usage.monthly_content_safety_text_records / 1000000
    unit     = "1M-records"
    price    = "foundry-tools/content-safety/text"
  }
  cost "images checked" {
    when     = contains(let.does, "contentsafety")
    quantity = usage.monthly_content_safety_images / 1000000
    unit     = "1M-images"
    price    = "foundry-tools/content-safety/images"
  }
  cost "moderation" {
    when     = contains(let.does, "contentmoderator")
    quantity = usage.monthly_moderation_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/content-moderator/transactions"
  }
  cost "faces" {
    when     = contains(let.does, "face")
    quantity = usage.monthly_face_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/face/transactions"
  }
  cost "faces kept" {
    when     = contains(let.does, "face") && usage.stored_faces != null
    quantity = usage.stored_faces / 1000000
    unit     = "1M-faces"
    price    = "foundry-tools/face/storage"
  }
  cost "predictions" {
    when     = contains(let.does, "customvision.prediction")
    quantity = usage.monthly_custom_vision_predictions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/custom-vision/transactions"
  }
  cost "training" {
    when     = contains(let.does, "customvision.training")
    quantity = usage.monthly_custom_vision_training_hours
    unit     = "hour"
    price    = "foundry-tools/custom-vision/training"
  }
  cost "images kept" {
    when     = contains(let.does, "customvision.training") && usage.stored_images != null
    quantity = usage.stored_images / 1000000
    unit     = "1M-images"
    price    = "foundry-tools/custom-vision/storage"
  }
  cost "text requests" {
    when     = contains(let.does, "luis")
    quantity = usage.monthly_luis_text_requests / 1000000
    unit     = "1M-requests"
    price    = "foundry-tools/luis/text"
  }
  cost "speech requests" {
    when     = contains(let.does, "luis")
    quantity = usage.monthly_luis_speech_requests / 1000000
    unit     = "1M-requests"
    price    = "foundry-tools/luis/speech"
  }
  cost "personalization" {
    when     = contains(let.does, "personalizer")
    quantity = usage.monthly_personalizer_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/personalizer/transactions"
  }
  cost "anomaly detection" {
    when     = contains(let.does, "anomalydetector")
    quantity = usage.monthly_anomaly_transactions / 1000000
    unit     = "1M-transactions"
    price    = "foundry-tools/anomaly-detector/univariate"
  }

  uses "service" {
    when = length(let.does) > 0
    gap  = "no figure exists for requests of the service"
  }

  example "three million texts: the later ones are cheaper" {
    given   = { kind = "TextAnalytics", sku_name = "S" }
    usage   = { monthly_text_analytics_records = 3000000 }
    want    = { "text records" = 3 }
    status  = "priced"
    monthly = "2150.00" # 0.5 x 1000 + 2 x 750 + 0.5 x 300
    prices  = { "foundry-tools/language/text-records" = 1000 }
    source  = "azure.microsoft.com/pricing/details/language, West Europe, 2026-08; $1, $0.75, $0.30 and $0.25 a thousand from 0, 0.5, 2.5 and 10 million on"
  }

  example "speech" {
    given   = { kind = "SpeechServices", sku_name = "S0" }
    usage   = { monthly_speech_to_text_real_time_hrs = 100, monthly_text_to_speech_neural_chars = 2000000, monthly_speech_to_text_batch_hrs = 10 }
    want    = { "speech to text" = 100, "text to speech" = 2, "speech to text in batches" = 10 }
    status  = "priced"
    monthly = "131.80"
    prices  = { "foundry-tools/speech/speech-to-text" = 1, "foundry-tools/speech/neural-text-to-speech" = 15, "foundry-tools/speech/speech-to-text-batch" = 0.18 }
    source  = "azure.microsoft.com/pricing/details/cognitive-services/speech-services, West Europe, 2026-08"
  }

  example "for models only" {
    given  = { kind = "OpenAI", sku_name = "S0" }
    want   = {}
    status = "free"
  }

  example "the free tier" {
    given  = { kind = "ComputerVision", sku_name = "F0" }
    usage  = { monthly_image_analysis_transactions = 1000 }
    want   = {}
    status = "free"
  }

  example "all in one account" {
    given  = { kind = "AIServices", sku_name = "S0" }
    usage  = { monthly_read_pages = 10000 }
    want   = { "pages read" = 0.01 }
    unused = ["text records", "speech to text", "text to speech", "image analysis", "pages by prebuilt models", "translation", "texts checked", "images checked", "faces", "text requests", "speech requests"]
    prices = { "foundry-tools/document-intelligence/read" = 1500 }
  }

  example "a commitment" {
    given  = { kind = "TextTranslation", sku_name = "S2" }
    want   = {}
    gaps   = ["commitment"]
    status = "gap"
  }

  example "kind without prices" {
    given  = { kind = "MetricsAdvisor", sku_name = "S0" }
    want   = {}
    gaps   = ["account"]
    status = "gap"
  }
}
