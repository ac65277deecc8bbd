using Mono.Cecil;
using Mono.Cecil.Cil;

namespace LabQc.Tests.House;

/// <summary>
/// What a compiled type refers to, nested types with it: from its instructions, signatures, fields, base types and attributes.
/// Read from the program itself, so no alias or missing using hides anything.
/// </summary>
internal sealed class CompiledType
{
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    private CompiledType(TypeDefinition type)
    {
        Name = type.FullName;
        Namespace = type.Namespace;
        Collect(type);
    }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>Full names of the types it refers to.</summary>
    public IReadOnlyCollection<string> Types => _types;

    /// <summary>The methods it calls and the fields it touches, as <c>Type::Name(Parameter,Parameter)</c>.</summary>
    public IReadOnlyCollection<string> Members => _members;

    /// <summary>All types of an assembly that a person wrote.</summary>
    public static IReadOnlyList<CompiledType> Of(string assemblyFile)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyFile);
        return [.. assembly.MainModule.Types.Where(t => t.Namespace.StartsWith("LabQc", StringComparison.Ordinal)).Select(t => new CompiledType(t))];
    }

    private void Collect(TypeDefinition type)
    {
        Add(type.BaseType);
        foreach (var implemented in type.Interfaces)
            Add(implemented.InterfaceType);
        AddAttributes(type);
        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }
        foreach (var property in type.Properties)
            AddAttributes(property);
        foreach (var method in type.Methods)
            Collect(method);
        foreach (var nested in type.NestedTypes)
            Collect(nested);
    }

    private void Collect(MethodDefinition method)
    {
        AddAttributes(method);
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Add(parameter.ParameterType);
        foreach (var constraint in method.GenericParameters.SelectMany(p => p.Constraints))
            Add(constraint.ConstraintType);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Add(variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Collect(instruction);
    }

    private void Collect(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference called:
                AddMember(called, called.Parameters.Select(p => p.ParameterType));
                Add(called.ReturnType);
                foreach (var argument in (called as GenericInstanceMethod)?.GenericArguments ?? [])
                    Add(argument);
                break;
            case FieldReference field:
                AddMember(field, []);
                Add(field.FieldType);
                break;
            case TypeReference type:
                Add(type);
                break;
        }
    }

    private void AddMember(MemberReference member, IEnumerable<TypeReference> parameters)
    {
        var types = parameters.ToList();
        Add(member.DeclaringType);
        types.ForEach(Add);
        _members.Add($"{member.DeclaringType.GetElementType().FullName}::{member.Name}({string.Join(',', types.Select(p => p.FullName))})");
    }

    private void AddAttributes(ICustomAttributeProvider attributed)
    {
        foreach (var attribute in attributed.CustomAttributes)
            Add(attribute.AttributeType);
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    Add(argument);
                break;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType);
                break;
            default:
                // A nested type belongs where the type around it does.
                _types.Add((type.DeclaringType is null ? type : Outermost(type)).FullName);
                break;
        }
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } around ? Outermost(around) : type;
}
