using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyBot.Records;

/// <summary>Turns YAML into nodes. Without recursion, so that no nesting can exhaust the stack.</summary>
internal static class CatalogueParser
{
    /// <summary>A catalogue needs five levels; what is deeper is a mistake.</summary>
    private const int DeepestNesting = 16;

    /// <summary>Null for an empty document. Throws <see cref="YamlException"/> with the place of a fault.</summary>
    public static CatalogueNode? Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        Stack<(CatalogueNode Node, CatalogueNode? Key)> open = [];
        CatalogueNode? root = null;
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            switch (at)
            {
                case Scalar scalar:
                    Attach(new(LineOf(at)) { Text = scalar.Value.Trim() });
                    break;
                case SequenceStart:
                    Open(new(LineOf(at)) { Items = [] });
                    break;
                case MappingStart:
                    Open(new(LineOf(at)) { Fields = [] });
                    break;
                case SequenceEnd or MappingEnd:
                    open.Pop();
                    break;
                case AnchorAlias:
                    throw new YamlException(at.Start, at.End, "'*' refers to another place of the file, which is not allowed here; write the value out, or put it in quotes");
                case DocumentStart when root is not null:
                    throw new YamlException(at.Start, at.End, "a second document begins; remove the line '---'");
            }
        }

        return root;

        void Open(CatalogueNode node)
        {
            Attach(node);
            if (open.Count >= DeepestNesting) throw new YamlException($"Line {node.Line}: nested too deeply");
            open.Push((node, null));
        }

        void Attach(CatalogueNode node)
        {
            if (!open.TryPop(out var parent))
            {
                root = node;
                return;
            }

            if (parent.Node.Items is { } items)
            {
                items.Add(node);
                open.Push(parent);
            }
            else if (parent.Key is { } key)
            {
                parent.Node.Fields!.Add((key, node));
                open.Push((parent.Node, null));
            }
            else
            {
                open.Push((parent.Node, node));
            }
        }
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;
}
