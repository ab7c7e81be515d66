namespace PolicyBot.Slack;

/// <summary>How to reach Slack. Tokens and the signing secret are credentials: they are never logged.</summary>
/// <param name="AppToken">Needed in Socket mode.</param>
/// <param name="SigningSecret">Needed in Http mode.</param>
/// <param name="ApiBaseUrl">Base of every Web API call, with or without the closing slash.</param>
public sealed record SlackOptions(string BotToken, string AppToken, string SigningSecret, bool UsesHttp, Uri ApiBaseUrl)
{
    /// <summary>Ids of the user groups that rules name at this moment: whether their members are told as having them.</summary>
    public Func<IReadOnlyCollection<string>> UserGroups { get; init; } = () => [];
}
