using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Digests;

public static class DigestServices
{
    /// <summary>Wants what the chat wants, and a <see cref="DigestDesk"/>.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton<Chat.OrderPieces>().AddSingleton<DigestSteps>().AddSingleton<BriefSlots>().AddSingleton<DigestRound>().AddSingleton<FollowRound>().AddSingleton<LostOrders>().AddSingleton<DigestAlarm>()
        .AddHostedService<DigestService>();
}
