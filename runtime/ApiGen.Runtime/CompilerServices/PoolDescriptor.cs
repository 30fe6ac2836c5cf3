using System.ComponentModel;
using ApiGen.Budgets;

namespace ApiGen.CompilerServices;

/// <summary>Limits that several endpoints draw on together. Written by generated code.</summary>
/// <param name="Name">The pool's name in the spec.</param>
/// <param name="Limits">Its limits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PoolDescriptor(string Name, BudgetLimit[] Limits);
