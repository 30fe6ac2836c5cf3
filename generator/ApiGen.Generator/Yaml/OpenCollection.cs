using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Yaml;

/// <summary>A list or mapping whose end hasn't been read yet.</summary>
internal abstract class OpenCollection
{
    /// <summary>The opening bracket, if there is one.</summary>
    public virtual SourceSpan? Bracket => null;

    /// <summary>Takes the next item, key or value; null is one that can't be known, as then is the whole.</summary>
    public abstract void Add(YamlNode? node);

    public abstract YamlNode? Close();
}
