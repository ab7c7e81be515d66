namespace PolicyBot.Records;

/// <summary>A value of a staff-edited YAML file with the line it stands on: a text, a list, or keys with values.</summary>
internal sealed class CatalogueNode(int line)
{
    public int Line { get; } = line;

    public string? Text { get; init; }

    public List<CatalogueNode>? Items { get; init; }

    public List<(CatalogueNode Key, CatalogueNode Value)>? Fields { get; init; }

    public CatalogueNode? this[string key] => Fields?.Find(f => f.Key.Text == key).Value;

    public string Describe() => this switch
    {
        { Items: not null } => "a list",
        { Fields: not null } => "keys and values",
        { Text: "" } => "nothing",
        _ => $"'{Text}'",
    };
}
