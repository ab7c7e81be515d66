using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyBot.Records.Documents.Hwp;

/// <summary>A paragraph's characters: UTF-16, with controls below 32 of one or of eight code units (HWP 5.0, table 6).</summary>
internal static class HwpText
{
    private const int LongControl = 8;

    public static void Append(FlowBuilder flow, ReadOnlySpan<byte> data)
    {
        var text = MemoryMarshal.Cast<byte, char>(data[..(data.Length & ~1)]);
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] >= ' ')
            {
                at++;
                continue;
            }

            flow.Append(text[from..at]);
            flow.Append(Written(text[at]));
            at += IsShort(text[at]) ? 1 : LongControl;
            from = Math.Min(at, text.Length);
        }

        flow.Append(text[from..]);
    }

    /// <summary>Four letters, kept as a number and so the last first.</summary>
    public static string ControlName(ReadOnlySpan<byte> data)
    {
        if (data.Length < 4) return "";
        Span<byte> letters = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(letters, BinaryPrimitives.ReadUInt32LittleEndian(data));
        return Encoding.Latin1.GetString(letters);
    }

    private static bool IsShort(char control) => control is '\0' or (char)10 or (char)13 or (>= (char)24 and <= (char)31);

    private static string Written(char control) => (int)control switch
    {
        9 => "\t",
        10 => "\n",
        24 => "-",
        30 or 31 => " ",
        _ => "",
    };
}
