using System.Text;
using System.Text.Json;

namespace PolicyBot.Answers.Grounding;

/// <summary>Takes the points out of a reply that is still coming: each as soon as its last brace is there.</summary>
internal sealed class PointStream(Action<PhrasedPoint> found)
{
    private readonly StringBuilder _point = new();
    private int _depth;
    private bool _inText;
    private bool _escaped;

    public void Read(string piece)
    {
        foreach (var c in piece)
        {
            if (_depth > 1) _point.Append(c);
            if (_inText) ReadText(c);
            else if (c == '"') _inText = _depth > 0;
            else if (c == '{' && ++_depth == 2) _point.Clear().Append(c);
            else if (c == '}' && _depth > 0 && _depth-- == 2) Finish();
        }
    }

    private void ReadText(char c)
    {
        if (_escaped) _escaped = false;
        else if (c == '\\') _escaped = true;
        else if (c == '"') _inText = false;
    }

    private void Finish()
    {
        try
        {
            if (JsonSerializer.Deserialize(_point.ToString(), PhrasedJson.Default.PhrasedPoint) is { Text: not null, Statements: not null } point) found(point);
        }
        catch (JsonException)
        {
            // The whole reply is judged at its end.
        }
    }
}
