using System.Collections.Generic;

namespace ApiGen.Generator.Binding;

/// <summary>What rules say of parameters once some of them are decided.</summary>
internal sealed class RuleOutcome(IReadOnlyCollection<string> certain, IReadOnlyCollection<string> impossible)
{
    /// <summary>What every request carries.</summary>
    public IReadOnlyCollection<string> Certain { get; } = certain;

    /// <summary>What no request carries.</summary>
    public IReadOnlyCollection<string> Impossible { get; } = impossible;
}
