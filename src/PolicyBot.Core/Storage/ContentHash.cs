using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage;

/// <summary>Tells whether two documents say the same: everything that a reader would see counts, the id and the path do not.</summary>
public static class ContentHash
{
    public static string Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, record.Title);
        Add(hash, record.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Add(hash, record.Language.Code());
        Add(hash, record.Grade.ToString());
        AddAll(hash, record.Sources);
        AddAll(hash, [.. record.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value })]);
        Add(hash, record.Text);
        if (record.Group is { } group) Add(hash, group);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddAll(IncrementalHash hash, IReadOnlyList<string> values)
    {
        hash.AppendData(BitConverter.GetBytes(values.Count));
        foreach (var value in values) Add(hash, value);
    }

    // UTF-16 as it is, with its length: a lone surrogate must not look like another, nor one field run into the next.
    private static void Add(IncrementalHash hash, string value)
    {
        hash.AppendData(BitConverter.GetBytes(value.Length));
        hash.AppendData(MemoryMarshal.AsBytes(value.AsSpan()));
    }
}
