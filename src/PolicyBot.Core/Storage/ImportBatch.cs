using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>What goes into the archive, or is told of, together.</summary>
internal sealed class ImportBatch
{
    public List<(ReadResult Document, ImportedFile File)> Documents { get; } = [];

    /// <summary>Of files that are known again.</summary>
    public List<ImportedRecord> Unchanged { get; } = [];

    /// <summary>Files of which nothing comes after it.</summary>
    public List<ImportedFile> Done { get; } = [];

    public int Characters => Documents.Sum(d => d.Document.Record!.Text.Length);
}
