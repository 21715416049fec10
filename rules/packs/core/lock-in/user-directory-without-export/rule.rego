# METADATA
# title: User directory whose credentials cannot be taken along
# description: |
#   Applications see OpenID Connect and could go elsewhere, but the passwords of
#   their users stay: leaving means a reset, or moving each user at login while
#   both directories run.
# related_resources:
# - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-import-users.html
# - ref: https://www.keycloak.org/documentation
# custom:
#   code: LOCK-007
#   severity: medium
#   types: [aws_cognito_user_pool, azurerm_aadb2c_directory, google_identity_platform_config]
#   remediation: Consider Keycloak, Zitadel or Ory behind OpenID Connect; if you stay, plan the migration by login hook now.
#   since: 0.1.0
#   idea: password hashes are data nobody can export
package iaclint.lock_in.user_directory_without_export

findings contains {
	"message": sprintf("%s: users %s", [directory.name, directory.leaving]),
	"rests_on": [],
} if {
	not federated
}

directory := {
	"aws_cognito_user_pool": {"name": "Cognito user pool", "leaving": "reset their passwords or move one by one at login when you leave"},
	"azurerm_aadb2c_directory": {"name": "Azure AD B2C directory", "leaving": "reset their passwords or move one by one at login when you leave"},
	"google_identity_platform_config": {"name": "Identity Platform", "leaving": "can move only to a directory that takes Firebase's own scrypt hashes"},
}[input.resource.type]

# Users who may not sign themselves up and never had a password here, because
# e-mail and SMS codes or passkeys are all there is.
federated if {
	factors := {factor |
		some i
		some factor in input.resource.values.sign_in_policy[i].allowed_first_auth_factors
	}
	count(factors) > 0
	not "PASSWORD" in factors
}
