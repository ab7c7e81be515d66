using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Text;

/// <summary>Stands for a text where its words may not stand.</summary>
public static class TextHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
