namespace PolicyBot.Text;

/// <summary>Characters that a reader cannot see: they hide text from people and show it to machines, or turn its direction.</summary>
public static class Invisible
{
    public static bool Is(int c) => c is
        (< 0x20 and not ('\n' or '\t')) or (>= 0x7F and <= 0x9F) or 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF9 and <= 0xFFFB)
        or (>= 0xE0000 and <= 0xE0FFF);
}
