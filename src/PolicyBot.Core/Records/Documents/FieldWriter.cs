using System.Runtime.InteropServices;
using PolicyBot.Text;

namespace PolicyBot.Records.Documents;

/// <summary>Writes a message of <see cref="DocumentFrames"/>, field after field, as <see cref="FieldReader"/> reads it. Texts go as they lie in memory, for both sides are this program on this machine.</summary>
internal readonly struct FieldWriter(MemoryStream bytes)
{
    public void Write(DocumentRequest request)
    {
        Write(request.Path);
        Write(request.MaxBytes);
        Write(request.Skip);
        Write(request.Today.DayNumber);
    }

    public void Write(DocumentReply reply)
    {
        Write(reply.Begun);
        Write(reply.Left);
        Write(reply.Done);
        Write(reply.Last);
        Write(reply.Result is not null);
        if (reply.Result is not { } result) return;
        Write(result.Path);
        Write(result.Refusal);
        Write(result.Record is not null);
        if (result.Record is { } record) Write(record);
    }

    private void Write(Record record)
    {
        Write(record.Id.Value);
        Write(record.Title);
        Write(record.Published?.DayNumber ?? FieldReader.Absent);
        Write((int)record.Language);
        Write(record.Text);
        Write(record.Sources.Count);
        foreach (var source in record.Sources) Write(source);
        Write((int)record.Grade);
        Write(record.IsGraded);
        Write(record.Group);
        Write(record.Metadata.Count);
        foreach (var (key, value) in record.Metadata)
        {
            Write(key);
            Write(value);
        }

        Write(record.Parts.Count);
        foreach (var part in record.Parts)
        {
            Write((int)part.Kind);
            Write(part.Span);
            Write(part.Speaker ?? new(FieldReader.Absent, FieldReader.Absent));
        }

        Write(record.Places?.Starts.Count ?? FieldReader.Absent);
        if (record.Places is not { } places) return;
        Write((int)places.Unit);
        foreach (var start in places.Starts) Write(start);
    }

    private void Write(string? text)
    {
        Write(text?.Length ?? FieldReader.Absent);
        bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Write(SourceSpan span)
    {
        Write(span.Start);
        Write(span.End);
    }

    private void Write(bool value) => bytes.WriteByte(value ? (byte)1 : (byte)0);

    private void Write(int value) => bytes.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));

    private void Write(long value) => bytes.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));
}
