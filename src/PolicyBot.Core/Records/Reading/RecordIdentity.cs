using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Records.Reading;

/// <summary>An id for a document that brought none: the same content always gets the same one.</summary>
internal static class RecordIdentity
{
    private const int SlugLength = 40;

    public static RecordId Derive(DateOnly? published, string title, string text)
    {
        string?[] parts = [published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Slug(title), Hash(text)];
        return new(string.Join('-', parts.Where(p => !string.IsNullOrEmpty(p))));
    }

    /// <summary>Whether the document brought no id of its own.</summary>
    public static bool IsDerived(Record record) => record.Id.Value.EndsWith(Hash(record.Text), StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title)
        {
            if (slug.Length == SlugLength) break;
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
