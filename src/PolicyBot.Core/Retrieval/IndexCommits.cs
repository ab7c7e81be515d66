using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace PolicyBot.Retrieval;

/// <summary>What a commit of the index says of itself: its format and the store's change it stands at.</summary>
internal static class IndexCommits
{
    private const string FormatKey = "format";
    private const string SequenceKey = "sequence";

    public static Dictionary<string, string> Data(long sequence) => new()
    {
        [FormatKey] = PassageIndex.Format,
        [SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture),
    };

    public static long? SequenceOf(Directory directory)
    {
        try
        {
            return DirectoryReader.IndexExists(directory) && SequenceIn(LatestData(directory)) is var sequence ? sequence : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether the folder holds an index of this format whose files can be opened and, thoroughly, whose checksums are right.</summary>
    public static bool IsUsable(Directory directory, bool thoroughly)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory)) return false;
            using var reader = DirectoryReader.Open(directory);
            if (SequenceIn(reader.IndexCommit.UserData) is null) return false;
            if (thoroughly) foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity();
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OutOfMemoryException)
        {
            // Lucene answers damaged bytes with many exceptions besides its own; all mean the same here.
            return false;
        }
    }

    /// <summary>Deletes the files of an index and nothing else that may lie in the folder.</summary>
    public static void Delete(Directory directory)
    {
        using var held = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!held.Obtain(IndexWriterConfig.WRITE_LOCK_TIMEOUT)) throw new LockObtainFailedException(IndexWriter.WRITE_LOCK_NAME);
        foreach (var file in directory.ListAll().Where(IsIndexFile)) directory.DeleteFile(file);
    }

    private static bool IsIndexFile(string name) =>
        name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal) || IndexFileNames.CODEC_FILE_PATTERN.IsMatch(name);

    private static IDictionary<string, string> LatestData(Directory directory)
    {
        var infos = new SegmentInfos();
        infos.Read(directory);
        return infos.UserData;
    }

    private static long? SequenceIn(IDictionary<string, string> data) =>
        data.TryGetValue(FormatKey, out var format) && format == PassageIndex.Format
        && data.TryGetValue(SequenceKey, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;
}
