using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace PolicyBot.Retrieval;

/// <summary>Names and kinds of the index's fields. A change here needs another <see cref="PassageIndex.Format"/>.</summary>
internal static class PassageFields
{
    public const string Text = "text";
    public const string Title = "title";
    public const string Speaker = "speaker";
    public const string Organisation = "organisation";
    public const string Person = "person";
    public const string Topic = "topic";
    public const string Meeting = "meeting";
    public const string Record = "record";
    /// <summary>Grade and group in one term: one filter tells what a clearance may see.</summary>
    public const string Audience = "audience";
    public const string Day = "day";
    /// <summary>A number that grows by one from passage to passage of a record: neighbours in a record are neighbours in the index.</summary>
    public const string Ordinal = "ordinal";
    public const string Stored = "passage";

    // No positions: nothing asks for them, and they would be the larger half of the index.
    public static FieldType Searched { get; } = Frozen(new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    });

    public static FieldType Exact { get; } = Frozen(new()
    {
        IsIndexed = true,
        IsTokenized = false,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    });

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
