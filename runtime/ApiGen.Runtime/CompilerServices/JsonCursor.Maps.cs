namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Reads an object whose names are data. If a name comes twice, its last value counts.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="read">Reads a value.</param>
    public Dictionary<string, T> ReadMap<T>(JsonReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Peek() != '{')
            FailHere("a map");
        var map = new Dictionary<string, T>();
        if (Open('}'))
        {
            do
            {
                if (Peek() != '"')
                    FailSyntax("the name of a property");
                string name = ReadString();
                ReadColon();
                map[name] = read(ref this);
            }
            while (Continues('}'));
        }
        Ascend();
        return map;
    }
}
