using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage;

/// <summary>Of the stores that this program makes and knows.</summary>
public static class SchemaVersions
{
    public static int Archive => ArchiveSchema.Steps.Length;

    public static int Chat => ChatSchema.Steps.Length;
}
