using System.Runtime.InteropServices;
using PolicyBot.Text;

namespace PolicyBot.Records.Documents;

/// <summary>
/// Reads a message that <see cref="FieldWriter"/> wrote. It comes from a process that a document may have taken over: no count is believed of which there are not enough bytes.
/// Throws <see cref="EndOfStreamException"/> for what is no message.
/// </summary>
internal ref struct FieldReader(ReadOnlySpan<byte> message)
{
    /// <summary>Stands for a text, a list or a number that is not there.</summary>
    public const int Absent = -1;

    private ReadOnlySpan<byte> _left = message;

    public DocumentRequest Request() => new(Text(), MemoryMarshal.Read<long>(Take(sizeof(long))), Number(), Day() ?? default);

    public DocumentReply Reply()
    {
        var reply = new DocumentReply(TextOrNull(), Number(), null, Truth(), Truth());
        if (!Truth()) return reply;
        var (path, refusal) = (Text(), TextOrNull());
        return reply with { Result = new(path, Truth() ? Record() : null, refusal) };
    }

    // In the order in which the fields were written.
    private Record Record() => new()
    {
        Id = new(Text()),
        Title = Text(),
        Published = Day(),
        Language = (Language)Number(),
        Text = Text(),
        Sources = Sources(),
        Grade = (Grade)Number(),
        IsGraded = Truth(),
        Group = TextOrNull(),
        Metadata = Metadata(),
        Parts = Parts(),
        Places = Places(),
    };

    private string[] Sources()
    {
        var sources = new string[Count(sizeof(int))];
        for (var at = 0; at < sources.Length; at++) sources[at] = Text();
        return sources;
    }

    private Dictionary<string, string> Metadata()
    {
        var metadata = new Dictionary<string, string>();
        for (var left = Count(2 * sizeof(int)); left > 0; left--) metadata[Text()] = Text();
        return metadata;
    }

    private TextPart[] Parts()
    {
        var parts = new TextPart[Count(5 * sizeof(int))];
        for (var at = 0; at < parts.Length; at++)
        {
            var (kind, span, speaker) = ((TextPartKind)Number(), Span(), Span());
            parts[at] = new(kind, span, speaker.Start == Absent ? null : speaker);
        }

        return parts;
    }

    private TextPlaces? Places()
    {
        var count = CountOrAbsent(sizeof(int));
        return count == Absent ? null : new((PlaceUnit)Number(), MemoryMarshal.Cast<byte, int>(Take(count * sizeof(int))).ToArray());
    }

    private string Text() => TextOrNull() ?? throw new EndOfStreamException();

    private string? TextOrNull()
    {
        var length = CountOrAbsent(sizeof(char));
        return length == Absent ? null : new(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char))));
    }

    private SourceSpan Span() => new(Number(), Number());

    private DateOnly? Day() => Number() is var day && day == Absent ? null : day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw new EndOfStreamException();

    private bool Truth() => Take(1)[0] != 0;

    private int Number() => MemoryMarshal.Read<int>(Take(sizeof(int)));

    private int Count(int size) => CountOrAbsent(size) is var count && count != Absent ? count : throw new EndOfStreamException();

    /// <summary>Of things that take at least so many bytes each.</summary>
    private int CountOrAbsent(int size) => Number() is var count && count >= Absent && count <= _left.Length / size ? count : throw new EndOfStreamException();

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _left.Length) throw new EndOfStreamException();
        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }
}
