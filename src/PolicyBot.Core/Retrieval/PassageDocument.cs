using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>Passage to index document and back.</summary>
internal sealed class PassageDocument : IDisposable
{
    private const int LongestInColumn = 32_766;

    private readonly PassageTermStream _text = new();
    private readonly PassageTermStream _title = new();
    private readonly PassageTermStream _speaker = new();

    /// <summary>The streams are shared: a document must be written before the next is made.</summary>
    public Document Of(Passage passage, int ordinal)
    {
        var document = new Document
        {
            new Field(PassageFields.Text, _text.Of(passage.Text), PassageFields.Searched),
            new Field(PassageFields.Record, passage.RecordId.Value, PassageFields.Exact),
            new Field(PassageFields.Audience, PassageFilters.Audience(passage.Grade, passage.Group), PassageFields.Exact),
            new NumericDocValuesField(PassageFields.Ordinal, ordinal),
            Stored(StoredPassage.Write(passage)),
        };
        if (passage.Title.Length > 0) document.Add(new Field(PassageFields.Title, _title.Of(passage.Title), PassageFields.Searched));
        var speakers = string.Join(' ', (IEnumerable<string?>)[passage.Speaker, .. passage.Organisations]);
        if (!string.IsNullOrWhiteSpace(speakers)) document.Add(new Field(PassageFields.Speaker, _speaker.Of(speakers), PassageFields.Searched));
        if (passage.Date is { } date) document.Add(new Int32Field(PassageFields.Day, date.DayNumber, Field.Store.NO));
        if (passage.MeetingId is { } meeting) document.Add(new Field(PassageFields.Meeting, meeting.Value, PassageFields.Exact));
        AddNames(document, PassageFields.Organisation, passage.Organisations.Select(Normalizer.Fold));
        AddNames(document, PassageFields.Person, passage.People.SelectMany(PersonWords.Of));
        AddNames(document, PassageFields.Topic, passage.Topics.Select(Normalizer.Fold));
        return document;
    }

    public static Passage Read(IndexReader reader, int number)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(number, reader.Leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(PassageFields.Stored)?.Get(number - leaf.DocBase, bytes);
        if (bytes.Length == 0) bytes = reader.Document(number).GetBinaryValue(PassageFields.Stored);
        return StoredPassage.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    public void Dispose()
    {
        _text.Dispose();
        _title.Dispose();
        _speaker.Dispose();
    }

    // Lucene's stored fields are compressed sixteen kilobytes at a time, and unpacking them took two thirds of a search. They hold only what is too long for a column.
    private static Field Stored(byte[] bytes) => bytes.Length <= LongestInColumn
        ? new BinaryDocValuesField(PassageFields.Stored, new BytesRef(bytes))
        : new StoredField(PassageFields.Stored, bytes);

    private static void AddNames(Document document, string field, IEnumerable<string> names)
    {
        foreach (var name in names.Distinct()) document.Add(new Field(field, name, PassageFields.Exact));
    }
}
