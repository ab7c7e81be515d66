using System.IO.Compression;
using System.Text;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>A ZIP archive from names and contents.</summary>
internal static class Zipped
{
    public static byte[] Of(params (string Name, string Text)[] entries) => Of([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Text)))]);

    public static byte[] Of(IReadOnlyList<(string Name, byte[] Bytes)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
