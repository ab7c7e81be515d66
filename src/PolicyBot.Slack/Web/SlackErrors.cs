namespace PolicyBot.Slack.Web;

/// <summary>What Slack's error words mean for the bot. Their list is from memory and the public reference; an unknown word is refused without further consequence.</summary>
internal static class SlackErrors
{
    /// <summary>What a person has to do, for errors of a token that no retry mends; null for all others.</summary>
    public static string? Explain(string code, bool isAppToken)
    {
        var (setting, scope, scopeKorean) = isAppToken ? ("Slack:AppToken", "connections:write", "connections:write") : ("Slack:BotToken", "those of config/slack-manifest.yaml", "config/slack-manifest.yaml의");
        return code switch
        {
            "invalid_auth" or "not_authed" => $"{setting}: Slack does not know this token. Copy it again from api.slack.com/apps. / Slack이 모르는 토큰입니다. api.slack.com/apps에서 다시 복사하십시오.",
            "not_allowed_token_type" => isAppToken ? "Slack:AppToken: this is a token of another kind. It must begin with xapp-. / 다른 종류의 토큰입니다. xapp-으로 시작해야 합니다." : "Slack:BotToken: this is a token of another kind. It must begin with xoxb-. / 다른 종류의 토큰입니다. xoxb-로 시작해야 합니다.",
            "missing_scope" => $"{setting}: the token lacks a permission (scope). Give it {scope} and install the app again. / 토큰에 권한(scope)이 모자랍니다. {scopeKorean} 권한을 주고 앱을 다시 설치하십시오.",
            "account_inactive" or "token_revoked" or "token_expired" => $"{setting}: the token was revoked, or the app was removed from the workspace. Install the app again and copy the new token. / 토큰이 취소되었거나 앱이 워크스페이스에서 제거되었습니다. 앱을 다시 설치하고 새 토큰을 복사하십시오.",
            _ => null,
        };
    }

    /// <summary>No call will be accepted until a person gives another token.</summary>
    public static bool IsTokenDead(string code) => code is "invalid_auth" or "not_authed" or "not_allowed_token_type" or "account_inactive" or "token_revoked" or "token_expired";

    /// <summary>Nothing can be written there any more.</summary>
    public static bool IsConversationLost(string code) => code is
        "channel_not_found" or "not_in_channel" or "is_archived" or "channel_is_archived" or "restricted_action" or "restricted_action_read_only_channel"
        or "restricted_action_thread_only_channel" or "restricted_action_non_threadable_channel" or "restricted_action_thread_locked" or "access_denied"
        or "user_is_restricted" or "user_not_found" or "team_access_not_granted" or "cannot_reply_to_message" or "user_disabled" or "messages_tab_disabled";

    /// <summary>Slack broke down in the middle: part may be done.</summary>
    public static bool IsInDoubt(string code) => code is "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable";

    /// <summary>The layout was refused; words alone may pass.</summary>
    public static bool IsLayout(string code) => code is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long" or "invalid_metadata_format" or "invalid_metadata_schema";
}
