using System.Buffers;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>What the index keeps of a passage: all of it, one value after another. The order here is the format.</summary>
internal static class StoredPassage
{
    public static byte[] Write(Passage passage)
    {
        var bytes = new ArrayBufferWriter<byte>(passage.Text.Length * 2 + 200);
        Add(bytes, passage.Id.Value);
        Add(bytes, passage.RecordId.Value);
        Add(bytes, passage.Span.Start);
        Add(bytes, passage.Span.Length);
        Add(bytes, (int)passage.Grade);
        Add(bytes, passage.Date is { } date ? date.DayNumber + 1 : 0);
        Add(bytes, passage.Title);
        Add(bytes, passage.Organisations);
        Add(bytes, passage.People);
        Add(bytes, passage.Topics);
        Add(bytes, passage.Speaker is { } speaker ? [speaker] : []);
        Add(bytes, passage.MeetingId is { } meeting ? [meeting.Value] : []);
        Add(bytes, passage.Group is { } group ? [group] : []);
        Add(bytes, passage.Text);
        return bytes.WrittenSpan.ToArray();
    }

    public static Passage Read(ReadOnlySpan<byte> bytes)
    {
        var (id, record) = (Text(ref bytes), Text(ref bytes));
        var (start, length, grade, day) = (Number(ref bytes), Number(ref bytes), Number(ref bytes), Number(ref bytes));
        var title = Text(ref bytes);
        var (organisations, people, topics) = (Texts(ref bytes), Texts(ref bytes), Texts(ref bytes));
        var (speaker, meeting, group) = (Texts(ref bytes), Texts(ref bytes), Texts(ref bytes));
        return new()
        {
            Id = new(id),
            RecordId = new(record),
            Span = new(start, start + length),
            Grade = (Grade)grade,
            Group = group is [var name] ? name : null,
            Date = day > 0 ? DateOnly.FromDayNumber(day - 1) : null,
            Title = title,
            Organisations = organisations,
            People = people,
            Topics = topics,
            Speaker = speaker is [var label] ? label : null,
            MeetingId = meeting is [var told] ? new(told) : null,
            Text = Text(ref bytes),
        };
    }

    // Seven bits a byte, the lowest first; a high bit says that more follow.
    private static void Add(ArrayBufferWriter<byte> bytes, int number)
    {
        for (var rest = (uint)number; ; rest >>= 7)
        {
            bytes.GetSpan(1)[0] = (byte)(rest < 0x80 ? rest : rest | 0x80);
            bytes.Advance(1);
            if (rest < 0x80) return;
        }
    }

    private static void Add(ArrayBufferWriter<byte> bytes, string text)
    {
        var length = CompactText.Length(text);
        Add(bytes, length);
        CompactText.Write(text, bytes.GetSpan(Math.Max(1, length)));
        bytes.Advance(length);
    }

    private static void Add(ArrayBufferWriter<byte> bytes, IReadOnlyList<string> texts)
    {
        Add(bytes, texts.Count);
        foreach (var text in texts) Add(bytes, text);
    }

    private static int Number(ref ReadOnlySpan<byte> bytes)
    {
        var (number, at) = (0u, 0);
        for (; bytes[at] >= 0x80; at++) number |= (bytes[at] & 0x7Fu) << (7 * at);
        number |= (uint)bytes[at] << (7 * at);
        bytes = bytes[(at + 1)..];
        return (int)number;
    }

    private static string Text(ref ReadOnlySpan<byte> bytes)
    {
        var length = Number(ref bytes);
        var text = CompactText.Read(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }

    private static string[] Texts(ref ReadOnlySpan<byte> bytes)
    {
        var texts = new string[Number(ref bytes)];
        for (var i = 0; i < texts.Length; i++) texts[i] = Text(ref bytes);
        return texts;
    }
}
