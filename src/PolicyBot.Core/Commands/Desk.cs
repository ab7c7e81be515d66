using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Digests.Charts;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>All that answering in a chat works with.</summary>
public sealed record Desk
{
    public required IArchive Archive { get; init; }

    public required IRetriever Retriever { get; init; }

    public required Answerer Answerer { get; init; }

    /// <summary>Reads follow-ups with a model; null leaves them to the rules.</summary>
    public PromptedReading? Reading { get; init; }

    public required Organisations Organisations { get; init; }

    public required Topics Topics { get; init; }

    public required IChatMemory Memory { get; init; }

    public required TimeProvider Time { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Days on which digests that skip holidays are not sent.</summary>
    public KoreanHolidays Holidays { get; init; } = KoreanHolidays.ByRule;

    /// <summary>Null where no chart can be drawn.</summary>
    public TopicChart? Chart { get; init; }

    /// <summary>Sentences of a model for the heads of briefs and digests; null without one.</summary>
    public TopLines? TopLines { get; init; }

    public Clearances Clearances { get; init; } = Clearances.Default;

    public Curators Curators { get; init; } = Curators.Nobody;

    /// <summary>Rights as administrators ruled up to now, whichever worker they spoke to.</summary>
    public async Task RefreshRightsAsync(CancellationToken cancellationToken)
    {
        var stored = await Memory.ReadAccessAsync(cancellationToken);
        if (stored.Version == Clearances.Version) return;
        Curators.Adopt(stored);
        Clearances.Adopt(stored);
    }

    /// <summary>Fetch the files of messages.</summary>
    public IReadOnlyList<IChatPlatform> Platforms { get; init; } = [];

    /// <summary>Takes records in; null where none may be imported from a chat.</summary>
    public Importer? Importer { get; init; }

    /// <summary>In bytes; larger files are refused before they are fetched.</summary>
    public long LargestFile { get; init; } = RecordReader.DefaultMaxBytes;

    /// <summary>Brings the index up to what was imported.</summary>
    public Func<CancellationToken, Task> FollowIndex { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whoever this is for waits from now on.</summary>
    internal Asker AskerOf(Wish wish) => new([$"{wish.Message.Conversation.Platform}/{wish.Message.User.Id}", wish.Message.Conversation.Lane], Time.GetTimestamp());

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Zone).DateTime);
}

/// <summary>One thing that a person wants of the bot: from whom, where, in which language it is answered, and what may be shown.</summary>
internal sealed record Wish(ChatMessage Message, Language Language, Clearance Clearance, ChannelSettings? Channel)
{
    /// <summary>Short, and the same whenever the message is handled again.</summary>
    public string AnswerId { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Message.Conversation.Platform}/{Message.Key}")))[..12];

    public IReadOnlyDictionary<string, string> Values { get; init; } = Message.Values;

    /// <summary>Shows a first part of the answer until the whole is there.</summary>
    public IProgress<Reply> Interim { get; init; } = new Progress<Reply>();

    /// <summary>Of a list, from 1.</summary>
    public int Page { get; init; } = 1;

    public string Pick(string korean, string english) => Language == Language.Korean ? korean : english;

    public string? Value(string name) => Values.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;

    public Reply Say(string korean, string english) => new() { Language = Language, Text = Pick(korean, english) };

    /// <summary>Whether only the one who asked sees the answer.</summary>
    public bool IsPrivate => Message.Conversation.Kind != ConversationKind.Direct && CommandCatalogue.Find(Message.Command) is { IsPrivate: true };

    public Delivery Privately => Delivery.Answering(Message, Message.Conversation.Kind == ConversationKind.Direct ? DeliveryKind.Message : DeliveryKind.Private);
}

/// <summary>A command: what people see of it, and what it does.</summary>
internal interface IChatCommand
{
    CommandDefinition Definition { get; }

    Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken);
}
