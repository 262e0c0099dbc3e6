"""The names of all columns: programs of readers rest on them, so none changes or goes unnoticed."""

LOCATED = "latitude longitude precision located_by"
FIGURES = " ".join(
    f"{measure}_{number}"
    for measure in ("killed", "injured")
    for number in ("low", "best", "high", "open_above", "open_below")
)

NAMES = {
    "incidents": f"""
        id title date earliest latest place place_name {LOCATED} attacks {FIGURES} responsibility conflicts
        origins killed_disputed injured_disputed edition first_published_at updated_at api_url page_url
    """,
    "attacks": f"""
        incident incident_title number label date earliest latest place place_name {LOCATED}
        type target weapon {FIGURES} incident_api_url api_url page_url
    """,
    "figures": """
        incident incident_title incident_date incident_earliest incident_latest about attack measure
        population rule low best high open_above open_below incident_api_url incident_page_url
    """,
    "claims": """
        incident incident_title number property about attack stated qualifier low best high population
        responsible responsible_name attribution claimant claimant_name claimant_role claimant_kind
        claimed_on claimed_earliest claimed_latest rank rank_reason superseded_by superseded_reason date
        time time_minutes time_after_attack time_approximate place place_name attack_type attack_type_text
        target target_text weapon weapon_text motive conflict conflict_name name name_language
        name_of_place name_of_actor section reaction_group statement image_caption image_credit
        image_rights image_date image_place see_also see_also_incident see_also_url citations sources
        incident_api_url attack_api_url api_url page_url
    """,
    "citations": """
        incident incident_title claim position property about attack stated stance locator quote reported_via
        source source_kind source_title source_description publication publication_name source_authors
        source_language source_published source_url source_archive_url incident_api_url claim_api_url
        claim_page_url source_api_url quote_state quote_checked_on
    """,
    "sources": """
        key kind title description publication publication_name authors language published version url
        archive_url relies_on note former_keys api_url page_url
    """,
    "publications": "key name kind url licence former_keys api_url page_url",
    "actors": "key name kind aliases part_of part_of_name part_as former_keys api_url page_url",
    "places": """
        key name kind names parent parent_name latitude longitude precision time_zone former_keys
        api_url page_url
    """,
    "conflicts": "key name former_keys api_url page_url",
    "editions": """
        incident number kind note published_at sha256 previous seal redacted_at redaction_reason
        api_url page_url
    """,
}
