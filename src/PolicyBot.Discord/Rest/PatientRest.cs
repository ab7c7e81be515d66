namespace PolicyBot.Discord.Rest;

/// <summary>For what the bot itself needs to know or to set up: waits out limits and tries again, since nobody counts the seconds.</summary>
internal static class PatientRest
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <returns>Done or Refused; Limited when the token was refused before.</returns>
    public static async Task<RestResult> InsistAsync(this DiscordRest rest, Route route, string? body, TimeProvider clock, Action<string> onTrouble, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(1);
        while (true)
        {
            switch (await rest.SendAsync(route, body, cancellationToken))
            {
                case RestResult.Limited limited when !rest.IsTokenRefused:
                    await Task.Delay(limited.Wait, clock, cancellationToken);
                    break;
                case RestResult.Broken broken:
                    onTrouble(broken.Reason);
                    await Task.Delay(wait, clock, cancellationToken);
                    wait = wait * 2 > Longest ? Longest : wait * 2;
                    break;
                case var result:
                    return result;
            }
        }
    }
}
