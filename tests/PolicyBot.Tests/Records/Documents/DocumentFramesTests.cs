using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>What the two processes say to one another, and what a process that was taken over may say.</summary>
public sealed class DocumentFramesTests
{
    /// <summary>No field as it would be if it were forgotten.</summary>
    private static readonly Record Full = new()
    {
        Id = new("a-1"),
        Title = "전력 간담회 𠮷",
        Published = new(2025, 7, 24),
        Language = Language.English,
        Text = "half of a pair: \ud842, and \0 <&\"\\",
        Sources = ["https://example.org/1", ""],
        Grade = Grade.Classified,
        IsGraded = true,
        Group = "a사",
        Metadata = new Dictionary<string, string> { ["담당"] = "홍길동", ["b"] = "" },
        Parts = [new(TextPartKind.Turn, new(3, 9), new(0, 2)), new(TextPartKind.Event, new(9, 12))],
        Places = new(PlaceUnit.Sheet, [0, 4, 4]),
    };

    [Fact]
    public void Every_field_of_a_record_arrives()
    {
        var blank = new Record { Id = new(""), Title = "", Language = default, Text = "", Parts = [] };
        Assert.All(typeof(Record).GetProperties(), property => Assert.NotEqual(property.GetValue(blank), property.GetValue(Full)));

        var heard = Heard(new DocumentReply("b", 2, new("c", Full, "d"), true, true));

        Assert.Equivalent(new DocumentReply("b", 2, new("c", Full, "d"), true, true), heard, strict: true);
        Assert.Equal(Full.Text, heard!.Result!.Record!.Text);
    }

    [Fact]
    public void What_is_not_there_is_not_there_on_the_other_side()
    {
        var bare = Full with { Published = null, Group = null, Places = null, Sources = [], Metadata = new Dictionary<string, string>() };

        Assert.Equivalent(new DocumentReply(Result: new("c", bare, null)), Heard(new(Result: new("c", bare, null))), strict: true);
        Assert.Equal(new(Done: true), Heard(new(Done: true)));
    }

    [Fact]
    public void Requests_arrive_in_their_order()
    {
        DocumentRequest[] requests = [new("가.hwp", long.MaxValue, 3, new(2025, 7, 24)), new("나.pdf", 1, 0, default)];
        using var pipe = new MemoryStream();
        using var frames = new DocumentFrames(pipe);
        foreach (var request in requests) frames.Write(request);
        frames.Flush();
        pipe.Position = 0;

        Assert.Equal(requests[0], frames.ReadRequest(1000));
        Assert.Equal(requests[1], frames.ReadRequest(1000));
        Assert.Null(frames.ReadRequest(1000));
    }

    [Fact]
    public void A_message_with_any_byte_changed_or_missing_is_understood_or_refused_without_harm()
    {
        var said = Said(new(Result: new("c", Full, null)));
        var body = said.Length - sizeof(int);
        var messages = Enumerable.Range(0, body).Select(length => said[sizeof(int)..][..length])
            .Concat(from at in Enumerable.Range(0, body) from value in (byte[])[0, 1, 0x7F, 0x80, 0xFF] select Changed(said[sizeof(int)..], at, value));

        Assert.All(messages, message =>
        {
            byte[] framed = [.. BitConverter.GetBytes(message.Length), .. message];
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (Xunit.Record.Exception(() => Read(framed)) is { } fault) Assert.IsType<EndOfStreamException>(fault);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        });
    }

    [Fact]
    public void A_message_over_the_limit_is_refused_by_its_length()
    {
        using var frames = new DocumentFrames(new MemoryStream([0, 0, 0, 0x7F]));

        Assert.Throws<InvalidDataException>(() => frames.ReadReply(1000));
    }

    private static DocumentReply? Heard(DocumentReply reply) => Read(Said(reply));

    private static byte[] Said(DocumentReply reply)
    {
        using var pipe = new MemoryStream();
        var frames = new DocumentFrames(pipe);
        frames.Write(reply);
        frames.Flush();
        return pipe.ToArray();
    }

    private static DocumentReply? Read(byte[] said)
    {
        using var frames = new DocumentFrames(new MemoryStream(said));
        return frames.ReadReply(int.MaxValue);
    }

    private static byte[] Changed(byte[] message, int at, byte value)
    {
        message[at] = value;
        return message;
    }
}
