using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Discord.Sending;

/// <summary>With it Discord knows a message that was sent before, for a few minutes.</summary>
internal static class Nonce
{
    private const int Length = 24;

    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return string.Create(Length, hash, static (nonce, bytes) =>
        {
            for (var i = 0; i < nonce.Length; i++)
            {
                var bit = i * 5;
                nonce[i] = Base32[((bytes[bit / 8] << 8 | bytes[bit / 8 + 1]) >> (11 - bit % 8)) & 31];
            }
        });
    }
}
