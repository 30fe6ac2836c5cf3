using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>A value of an enumeration that a spec describes. Implemented by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumerationValue
{
    /// <summary>The value as it is sent.</summary>
    string Value { get; }
}
