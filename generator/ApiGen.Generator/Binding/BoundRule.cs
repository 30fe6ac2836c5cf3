using System.Collections.Generic;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>A rule with what its model doesn't keep: where it and the names in it stand.</summary>
internal sealed record BoundRule(RuleModel Model, YamlScalar Key, IReadOnlyList<YamlScalar> Names);
