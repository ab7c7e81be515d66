using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PolicyBot.Chat;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>People who write at planned times, whether the bot keeps up or not. What is not acknowledged is delivered again, as platforms do.</summary>
internal sealed class Load(int perSecond, int seconds, Func<int, string> text)
{
    private static readonly TimeSpan Redelivery = TimeSpan.FromSeconds(3);

    /// <summary>Null while the process is down.</summary>
    public TakeIn? Inbox { get; set; }

    public ConcurrentBag<double> Acknowledged { get; } = [];

    public ConcurrentDictionary<string, long> Planned { get; } = new(StringComparer.Ordinal);

    public int Count => perSecond * seconds;

    /// <summary>Refusals: the process was down or its store failed.</summary>
    public int NotTaken { get; private set; }

    public async Task RunAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        var deliveries = new List<Task>(Count);
        for (var n = 0; n < Count; n++)
        {
            var planned = begun + (long)((double)n / perSecond * Stopwatch.Frequency);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), planned) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait);
            var number = n;
            Planned[$"m{n}"] = planned;
            deliveries.Add(Task.Run(() => DeliverAsync(number, planned)));
            if (n % 10 == 0) deliveries.Add(AgainAsync(number));
        }

        await Task.WhenAll(deliveries);
    }

    private async Task DeliverAsync(int number, long planned)
    {
        while (true)
        {
            try
            {
                if (Inbox is { } inbox)
                {
                    await inbox(Message(number));
                    Acknowledged.Add(Stopwatch.GetElapsedTime(planned).TotalMilliseconds);
                    return;
                }
            }
            catch (ObjectDisposedException)
            {
                // The process ended in between.
            }

            NotTaken++;
            await Task.Delay(Redelivery);
            planned = Stopwatch.GetTimestamp();
        }
    }

    private async Task AgainAsync(int number)
    {
        await Task.Delay(Redelivery);
        await DeliverAsync(number, Stopwatch.GetTimestamp());
    }

    private ChatMessage Message(int number) => new()
    {
        Key = number.ToString(CultureInfo.InvariantCulture),
        TwinKey = $"twin-{number}",
        Kind = ChatMessageKind.Text,
        Conversation = new("bench", "T1", $"C{number % 100}", null, ConversationKind.Public),
        User = new($"U{number % 300}"),
        At = DateTimeOffset.UtcNow,
        Text = text(number),
        IsAddressed = true,
        MessageId = $"m{number}",
    };
}

/// <summary>Takes a message in; returns when it may be acknowledged.</summary>
internal delegate Task TakeIn(ChatMessage message);
