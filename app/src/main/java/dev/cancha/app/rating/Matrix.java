package dev.cancha.app.rating;

/** What ratings need of square matrices. They are arrays of rows, and belong to whoever made them. */
final class Matrix {
  private Matrix() {}

  static double[][] zero(int size) {
    return new double[size][size];
  }

  /** The inverse of a matrix that has one, by Gauss and Jordan; the largest of each column is divided by. */
  static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] left = new double[size][];
    double[][] inverse = zero(size);
    for (int row = 0; row < size; row++) {
      left[row] = matrix[row].clone();
      inverse[row][row] = 1;
    }
    for (int column = 0; column < size; column++) {
      int largest = largest(left, column);
      swap(left, column, largest);
      swap(inverse, column, largest);
      double pivot = left[column][column];
      scale(left[column], 1 / pivot);
      scale(inverse[column], 1 / pivot);
      for (int row = 0; row < size; row++) {
        double factor = left[row][column];
        if (row != column && factor != 0) {
          subtract(left[row], left[column], factor);
          subtract(inverse[row], inverse[column], factor);
        }
      }
    }
    return inverse;
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int row = 0; row < product.length; row++) {
      for (int column = 0; column < vector.length; column++) {
        product[row] += matrix[row][column] * vector[column];
      }
    }
    return product;
  }

  private static int largest(double[][] matrix, int column) {
    int largest = column;
    for (int row = column; row < matrix.length; row++) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[largest][column])) {
        largest = row;
      }
    }
    return largest;
  }

  private static void swap(double[][] rows, int one, int other) {
    double[] row = rows[one];
    rows[one] = rows[other];
    rows[other] = row;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }
}
