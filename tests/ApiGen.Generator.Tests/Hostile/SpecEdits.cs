using ApiGen.Generator.Tests.Pipeline;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Changes a file as a slip of a hand or of a merge does.</summary>
internal static class SpecEdits
{
    public static SpecText Edit(SpecText file, Random random)
    {
        string text = file.Content;
        for (int i = random.Next(1, 4); i > 0; i--) text = EditOnce(text, random);
        return new SpecText(file.Path, text);
    }

    private static string EditOnce(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        int line = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[line]);
                break;
            case 2:
                lines[line] = new string(' ', random.Next(5)) + lines[line];
                break;
            case 3:
                lines[line] = lines[line].TrimStart();
                break;
            case 4:
                lines[line] = ReplaceWord(lines[line], PickText(random), random);
                break;
            case 5:
                lines[line] = ReplaceWord(lines[line], OtherWord(text, random), random);
                break;
            case 6:
                int start = random.Next(text.Length + 1);
                return text.Remove(start, Math.Min(random.Next(6), text.Length - start));
            default:
                return text.Insert(random.Next(text.Length + 1), PickText(random));
        }

        return string.Join('\n', lines);
    }

    private static string ReplaceWord(string line, string with, Random random)
    {
        string[] words = line.Split(' ');
        words[random.Next(words.Length)] = with;
        return string.Join(' ', words);
    }

    private static string OtherWord(string text, Random random)
    {
        string[] words = text.Split([' ', '\n', ',', ':', '[', ']', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : words[random.Next(words.Length)];
    }

    private static string PickText(Random random)
    {
        string[] texts = random.Next(2) == 0 ? AwkwardText.Texts : AwkwardText.Names;
        return texts[random.Next(texts.Length)];
    }
}
