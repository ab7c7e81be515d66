namespace PolicyBot.Tests.Prompts;

/// <summary>Vectors that any machine makes alike: each pair of letters adds to a few places, so that texts with the same words lie near each other.</summary>
internal static class FakeVectors
{
    public static float[] Of(string text, int dimension)
    {
        var vector = new float[dimension];
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var hash = unchecked((uint)((text[i] * 31) + text[i + 1]) * 2654435761);
            vector[hash % dimension] += 1;
            vector[(hash >> 16) % dimension] -= 0.5f;
        }

        return vector;
    }
}
