using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace PolicyBot.Chat;

public static class ChatServices
{
    /// <summary>Everything between the platforms and the handler. Wants an <see cref="IChatStore"/>, an <see cref="IChatHandler"/>, an <see cref="IEgress"/>, a <see cref="ChatCatalogue"/>, the platforms and a clock.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        // They stop in the opposite order: nothing more comes in, then what is in hand is answered, then what is answered is sent.
        services.TryAddSingleton(new WorkerCard("", ""));
        services.TryAddSingleton(RateLimits.None);
        services.AddSingleton<Lease>().AddSingleton<ChatPlatforms>().AddSingleton<ChatSteps>().AddSingleton<ChatRates>().AddSingleton<StandInReplies>().AddSingleton<MessageWork>().AddSingleton<LaneWork>().AddSingleton<PlatformRunner>();
        return services
            .AddHostedService(s => s.GetRequiredService<Lease>())
            .AddHostedService<ChatSweeper>()
            .AddHostedService<OutboxSender>()
            .AddHostedService<ChatDispatcher>()
            .AddHostedService(s => s.GetRequiredService<PlatformRunner>());
    }
}
