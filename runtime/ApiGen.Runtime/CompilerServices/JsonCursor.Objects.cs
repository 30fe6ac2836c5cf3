namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    private const int MaxDepth = 64;

    /// <summary>Begins an object.</summary>
    /// <param name="shape">The fields to look for.</param>
    /// <returns>The state to hand to <see cref="NextField"/> until it returns false.</returns>
    public JsonFields BeginObject(JsonShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (Peek() != '{')
            FailHere(shape.Name);
        Descend();
        return new JsonFields(shape);
    }

    /// <summary>Moves to the value of the object's next field, past all properties that aren't in the shape.</summary>
    /// <param name="fields">The state of the object; its <see cref="JsonFields.Index"/> says which field it is.</param>
    /// <returns>False at the end of the object, with the cursor behind it.</returns>
    public bool NextField(ref JsonFields fields)
    {
        ref readonly JsonPrediction prediction = ref fields.Shape.Prediction(fields.Expected);
        int position = _position;
        if ((uint)position < (uint)_text.Length
            && _text[position] == fields.Separator
            && prediction.Holds(_text[(position + 1)..]))
        {
            _position = position + 1 + prediction.Length;
            fields.Separator = (byte)',';
            fields.Enter(fields.Expected);
            return true;
        }
        return FindField(ref fields);
    }

    private bool FindField(ref JsonFields fields)
    {
        while (NextProperty(ref fields))
        {
            int index = ReadName(fields.Shape, fields.Expected);
            if (index >= 0)
            {
                fields.Enter(index);
                return true;
            }
            SkipValue();
        }
        if (!fields.AreComplete)
            Fail(_position, $"{fields.Shape.Name} has no {fields.Shape.Missing(fields)}");
        Ascend();
        return false;
    }

    /// <summary>Moves to the name of the next property, or returns false before the closing brace.</summary>
    private bool NextProperty(ref JsonFields fields)
    {
        byte next = Peek();
        if (next == fields.Separator)
        {
            _position++;
            next = Peek();
            if (next == '}' && fields.Separator == '{')
                return false;
            if (next != '"')
                FailSyntax("the name of a property");
            fields.Separator = (byte)',';
            return true;
        }
        if (next != '}')
            FailSyntax("a comma or the end of the object");
        return false;
    }

    /// <summary>Reads the name of a property and the colon, and returns the index of the field, or -1.</summary>
    private int ReadName(JsonShape shape, int expected)
    {
        ReadOnlySpan<byte> name = ReadUtf8();
        ReadColon();
        return shape.IndexOf(name, expected);
    }

    private void ReadColon()
    {
        if (Peek() != ':')
            FailSyntax("a colon");
        _position++;
    }

    /// <summary>Counts one more level, before an opening bracket.</summary>
    private void Descend()
    {
        if (_depth == MaxDepth)
            Fail(_position, "objects and lists nested more than 64 deep");
        _depth++;
    }

    /// <summary>Steps over a closing bracket, out of its level.</summary>
    private void Ascend()
    {
        _depth--;
        _position++;
    }

    /// <summary>Steps over an opening bracket; returns false before the closing one if that is next.</summary>
    private bool Open(char close)
    {
        Descend();
        _position++;
        return Peek() != close;
    }

    /// <summary>Steps over the comma before one more member; returns false before the closing bracket.</summary>
    private bool Continues(char close)
    {
        byte next = Peek();
        if (next == ',')
        {
            _position++;
            return true;
        }
        if (next != close)
            FailSyntax(close == '}' ? "a comma or the end of the object" : "a comma or the end of the list");
        return false;
    }
}
