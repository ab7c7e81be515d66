using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyBot.Records.Reading;

/// <summary>
/// Reads front matter as a flat stream of events: nothing is expanded or bound to types, so an alias bomb or a deep nest
/// costs no more than its length.
/// </summary>
internal sealed class FrontMatterYaml
{
    private const int MaxDepth = 32;

    private readonly string yaml;
    private readonly Parser parser;
    private readonly RecordFieldsBuilder fields = new();
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    private FrontMatterYaml(string yaml)
    {
        this.yaml = yaml;
        parser = new(new StringReader(yaml));
    }

    /// <param name="yaml">The lines between the two rules; the first is line 2 of the file.</param>
    public static RecordFields Read(string yaml)
    {
        var front = new FrontMatterYaml(yaml);
        try
        {
            return front.ReadDocument();
        }
        catch (YamlException fault)
        {
            throw Invalid(fault.Start.Line, $" ({Excerpt.Of(fault.Message, 120)})");
        }
        catch (InvalidOperationException)
        {
            // The parser's own state breaks on some of what is no YAML, such as "id: [" over another key.
            throw Invalid(front.parser.Current?.Start.Line ?? 1, "");
        }
    }

    private RecordFields ReadDocument()
    {
        Next();
        if (Next() is StreamEnd) return fields.Build();
        var root = Next();
        if (root is Scalar { Value: "" } && parser.MoveNext()) return fields.Build();
        if (root is not MappingStart)
            throw Fault(root.Start.Line, "the front matter is not a list of \"key: value\" lines. Write it so, or take the --- lines away", "앞머리가 \"키: 값\" 줄로 되어 있지 않습니다. 그렇게 쓰거나 --- 줄을 빼십시오");
        while (Next() is not MappingEnd) ReadEntry();
        if (Next() is not DocumentEnd || Next() is not StreamEnd)
            throw Fault(parser.Current?.Start.Line ?? 1, "the front matter holds more than one document. Keep one", "앞머리에 YAML 문서가 둘 이상입니다. 하나만 남기십시오");
        return fields.Build();
    }

    private void ReadEntry()
    {
        if (parser.Current is not Scalar key)
            throw Fault(parser.Current!.Start.Line, "a key is not plain text. Write \"key: value\"", "키가 보통 글이 아닙니다. \"키: 값\"으로 쓰십시오");
        if (!keys.Add(key.Value)) throw Fault(key.Start.Line, $"the key \"{Excerpt.Of(key.Value)}\" stands twice. Keep one", $"\"{Excerpt.Of(key.Value)}\" 키가 두 번 있습니다. 하나만 남기십시오");
        var line = key.Start.Line;
        List<string> values = [];
        var written = ReadValue(values);
        try
        {
            fields.Set(key.Value, values, written);
        }
        catch (UnreadableRecordException fault)
        {
            throw new UnreadableRecordException($"Line {line + 1}: {fault.Message}");
        }
    }

    /// <summary>Reads one value of any shape; its plain texts go to <paramref name="values"/>.</summary>
    private string ReadValue(List<string> values)
    {
        var first = Next();
        var start = (int)first.Start.Index;
        var depth = Weigh(first, values);
        while (depth > 0)
        {
            depth += Weigh(Next(), values);
            if (depth > MaxDepth) throw Fault(parser.Current!.Start.Line, $"the front matter nests deeper than {MaxDepth} levels. Make it flat", $"앞머리가 {MaxDepth}단계보다 깊이 겹쳐 있습니다. 평평하게 쓰십시오");
        }

        if (first is Scalar scalar) return scalar.Value;
        var end = Math.Clamp((int)parser.Current!.End.Index, start, yaml.Length);
        // The parser puts the end of a list in brackets before its bracket.
        if (end < yaml.Length && yaml[end] is ']' or '}') end++;
        return yaml[start..end].Trim();
    }

    private static int Weigh(ParsingEvent current, List<string> values)
    {
        switch (current)
        {
            case MappingStart or SequenceStart:
                return 1;
            case MappingEnd or SequenceEnd:
                return -1;
            case AnchorAlias alias:
                throw Fault(alias.Start.Line, "aliases (*name) are not read in front matter. Write the value out", "앞머리의 별칭(*이름)은 읽지 않습니다. 값을 그대로 쓰십시오");
            case Scalar { IsPlainImplicit: true, Value: "null" or "~" }:
                return 0;
            case Scalar scalar:
                values.Add(scalar.Value);
                return 0;
            default:
                return 0;
        }
    }

    private ParsingEvent Next()
    {
        while (parser.MoveNext())
        {
            if (parser.Current is not Comment and not null) return parser.Current;
        }

        throw Fault(1, "the front matter ends too early. Correct it, or take the --- lines away", "앞머리가 너무 일찍 끝납니다. 고치거나 --- 줄을 빼십시오");
    }

    private static UnreadableRecordException Invalid(long line, string why) =>
        new($"Line {line + 1}: the front matter is not valid YAML{why}. Correct it, or take the --- lines away. / 앞머리가 올바른 YAML이 아닙니다. 고치거나 --- 줄을 빼십시오.");

    private static UnreadableRecordException Fault(long line, string english, string korean) => new($"Line {line + 1}: {english}. / {line + 1}번째 줄: {korean}.");
}
